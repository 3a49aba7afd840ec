// A permit of a semaphore for tasks is held across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::semaphore slots(1);

rt::task<> works() {
  const auto slot = co_await slots.acquire();
  co_await rt::yield();
}

int main() { rt::block_on(works()); }
