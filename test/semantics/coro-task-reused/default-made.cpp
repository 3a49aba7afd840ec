// A task that was never given a coroutine is awaited.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<> uses() {
  rt::task<> work;
  co_await std::move(work); // expect: coro-task-reused
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
