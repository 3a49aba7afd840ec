// A spawned coroutine shares a value that belongs to its thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"
#include <memory>

namespace rt = corolint::rt;

using shared_window = std::shared_ptr<rt::thread_bound<int>>;

rt::task<> shows(shared_window) { co_return; }

rt::task<> starts(shared_window window) {
  co_await rt::spawn(shows(window)); // expect: coro-unsafe-spawn-capture
}

int main() {
  const auto window = std::make_shared<rt::thread_bound<int>>(1);
  rt::block_on(starts(window));
}
