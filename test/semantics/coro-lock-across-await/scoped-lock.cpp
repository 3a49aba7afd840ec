// A guard of two mutexes is held while its coroutine gives way to others.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex first;
std::mutex second;

rt::task<> moves() {
  std::scoped_lock both(first, second); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(moves()); }
