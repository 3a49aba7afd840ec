// A guard is made without its lock and never takes it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> counts() {
  std::unique_lock lock(guards, std::defer_lock);
  co_await rt::yield();
}

int main() { rt::block_on(counts()); }
