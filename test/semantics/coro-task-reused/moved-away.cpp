// A task is awaited by the name that it was moved away from.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto first = fetch();
  auto second = std::move(first);
  co_await std::move(first); // expect: coro-task-reused
  co_await std::move(second);
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
