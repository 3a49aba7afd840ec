// A lambda that is a coroutine holds a lock while it waits for a blocking call elsewhere.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/runtime.hpp"
#include <mutex>
#include <unistd.h>

namespace rt = corolint::rt;

int main() {
  std::mutex guards;
  const auto refreshes = [&guards]() -> rt::task<> {
    std::lock_guard lock(guards); // expect: coro-lock-across-await
    co_await rt::spawn_blocking([] { usleep(1000); });
  };
  rt::block_on(refreshes());
}
