// A coroutine awaits the task that it is given once.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<int> doubled(rt::task<int> number) {
  co_return 2 * co_await std::move(number);
}

rt::task<> uses() {
  auto number = fetch();
  co_await doubled(std::move(number));
}

int main() { rt::block_on(uses()); }
