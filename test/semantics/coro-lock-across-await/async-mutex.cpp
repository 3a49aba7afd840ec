// A lock of a task is held across an await.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> counts() {
  const rt::mutex::guard held = co_await guards.lock();
  co_await rt::yield();
}

int main() { rt::block_on(counts()); }
