// A lambda that is a coroutine sleeps, as a spawned task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> starts() {
  co_await rt::spawn([]() -> rt::task<> {
    usleep(1000); // expect: coro-blocking-call
    co_return;
  });
}

int main() { rt::block_on(starts()); }
