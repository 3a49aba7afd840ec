// A task is awaited on one path and spawned on the other.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

bool now = true;

rt::task<> uses() {
  auto work = fetch();
  if (now)
    co_await std::move(work);
  else
    rt::spawn(std::move(work)).detach();
}

int main() { rt::block_on(uses()); }
