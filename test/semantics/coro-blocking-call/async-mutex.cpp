// Two tasks take turns at a mutex for tasks.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> counts() {
  const rt::mutex::guard held = co_await guards.lock();
  const int before = count;
  co_await rt::yield();
  count = before + 1;
}

rt::task<> counts_twice() { co_await rt::join(counts(), counts()); }

int main() {
  rt::block_on(counts_twice());
  return count == 2 ? 0 : 1;
}
