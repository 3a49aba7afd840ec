// A guard stands in the head of an if, and lives as long as that.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
bool is_stale = true;

rt::task<> refreshes() {
  if (std::lock_guard lock(guards); is_stale) { // expect: coro-lock-across-await
    co_await rt::yield();
    is_stale = false;
  }
}

int main() { rt::block_on(refreshes()); }
