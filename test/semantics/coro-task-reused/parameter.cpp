// A coroutine awaits the task that it is given twice.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<int> twice(rt::task<int> work) {
  const int first = co_await std::move(work);
  co_return first + co_await std::move(work); // expect: coro-task-reused
}

rt::task<> uses() { co_await twice(fetch()); }

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
