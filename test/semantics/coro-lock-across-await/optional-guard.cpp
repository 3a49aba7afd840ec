// A guard lives in an optional, which is not reset before the await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>
#include <optional>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  std::optional<std::lock_guard<std::mutex>> lock; lock.emplace(guards); // expect: coro-lock-across-await
  co_await rt::yield();
  lock.reset();
}

int main() { rt::block_on(refreshes()); }
