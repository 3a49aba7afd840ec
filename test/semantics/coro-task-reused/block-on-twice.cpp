// A task is run to its end twice, outside of coroutines.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

int main() {
  auto number = fetch();
  rt::block_on(std::move(number));
  try {
    rt::block_on(std::move(number)); // expect: coro-task-reused
  } catch (const rt::task_consumed &) {
  }
}
