// Two guards are held across one await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex first;
std::mutex second;

rt::task<> moves() {
  std::lock_guard from(first); // expect: coro-lock-across-await
  std::lock_guard to(second); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(moves()); }
