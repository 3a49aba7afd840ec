// A function locks and returns the guard, and a coroutine keeps it across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

std::unique_lock<std::mutex> locked() { return std::unique_lock(guards); }

rt::task<> refreshes() {
  auto lock = locked(); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(refreshes()); }
