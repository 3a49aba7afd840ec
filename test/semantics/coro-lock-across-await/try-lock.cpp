// A lock that was tried, and taken, is held across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  if (!guards.try_lock()) // expect: coro-lock-across-await
    co_return;
  co_await rt::yield();
  guards.unlock();
}

int main() { rt::block_on(refreshes()); }
