// A task is awaited, and then joined with another one.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto number = fetch();
  co_await std::move(number);
  co_await rt::join(std::move(number), fetch()); // expect: coro-task-reused
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
