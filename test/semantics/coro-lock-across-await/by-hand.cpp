// A mutex is locked and unlocked by hand, with an await between.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  guards.lock(); // expect: coro-lock-across-await
  co_await rt::yield();
  guards.unlock();
}

int main() { rt::block_on(refreshes()); }
