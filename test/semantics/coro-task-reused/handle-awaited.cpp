// A task is spawned, and its handle is awaited.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto work = fetch();
  auto handle = rt::spawn(std::move(work));
  co_await std::move(handle);
}

int main() { rt::block_on(uses()); }
