// A task is awaited early on one path, and at the end on all.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

bool early = true;

rt::task<> uses() {
  auto work = fetch();
  if (early)
    co_await std::move(work);
  co_await std::move(work); // expect: coro-task-reused
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
