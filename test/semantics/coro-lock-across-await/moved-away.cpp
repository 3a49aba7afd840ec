// A guard is moved into a function that ends, and its lock with it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

void counts_under(std::unique_lock<std::mutex> lock) { ++count; }

rt::task<> counts() {
  std::unique_lock lock(guards);
  counts_under(std::move(lock));
  co_await rt::yield();
}

int main() { rt::block_on(counts()); }
