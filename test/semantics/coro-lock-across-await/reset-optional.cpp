// An optional guard is reset before the await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>
#include <optional>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> counts() {
  std::optional<std::scoped_lock<std::mutex>> lock;
  lock.emplace(guards);
  ++count;
  lock.reset();
  co_await rt::yield();
}

int main() { rt::block_on(counts()); }
