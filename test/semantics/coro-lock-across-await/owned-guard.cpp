// A guard lives on the heap, across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  auto lock = std::make_unique<std::lock_guard<std::mutex>>(guards); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(refreshes()); }
