// A task is awaited by the name that it was moved to.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto first = fetch();
  auto second = std::move(first);
  co_await std::move(second);
}

int main() { rt::block_on(uses()); }
