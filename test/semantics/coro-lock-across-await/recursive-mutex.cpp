// A recursive mutex is locked across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::recursive_mutex guards;

rt::task<> refreshes() {
  std::lock_guard lock(guards); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() {
  rt::current_thread loop;
  loop.block_on(refreshes());
}
