// A handle is asked to stop its task, and awaited after that.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/yield.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto handle = rt::spawn(fetch());
  co_await rt::yield();
  if (!handle.is_done())
    handle.abort();
  try {
    co_await std::move(handle);
  } catch (const rt::task_stopped &) {
  }
}

int main() { rt::block_on(uses()); }
