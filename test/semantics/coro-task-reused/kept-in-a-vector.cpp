// A task is put into a vector, and awaited where it was before.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>
#include <vector>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  std::vector<rt::task<int>> all;
  auto work = fetch();
  all.push_back(std::move(work));
  co_await std::move(work); // expect: coro-task-reused
  co_await std::move(all.front());
}

int main() {
  try {
    rt::block_on(uses());
  } catch (const rt::task_consumed &) {
  }
}
