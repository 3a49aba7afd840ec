// A task is given a time limit, and awaited once more without one.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/timeout.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto number = fetch();
  (void)co_await rt::timeout(std::chrono::seconds(1), std::move(number));
  co_await std::move(number); // expect: coro-task-reused
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
