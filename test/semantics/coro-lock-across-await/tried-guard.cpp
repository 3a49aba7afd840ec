// A guard tries to take its lock, gets it, and keeps it across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int turns = 0;

rt::task<> refreshes() {
  std::unique_lock lock(guards, std::try_to_lock); // expect: coro-lock-across-await
  if (!lock.owns_lock())
    co_return;
  co_await rt::yield();
  ++turns;
}

int main() { rt::block_on(refreshes()); }
