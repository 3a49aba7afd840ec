// A task is spawned, and spawned again.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto work = fetch();
  auto first = rt::spawn(std::move(work));
  co_await std::move(first);
  auto second = rt::spawn(std::move(work)); // expect: coro-task-reused
  co_await std::move(second);
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
