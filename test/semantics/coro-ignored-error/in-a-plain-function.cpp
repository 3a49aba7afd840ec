// A function that is no coroutine starts the task and lets it go.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> fails() {
  co_await rt::yield();
  failed = true;
  throw std::runtime_error("disk full");
}

void launches() {
  rt::spawn(fails()).detach(); // expect: coro-ignored-error
}

rt::task<> starts() {
  launches();
  while (!failed)
    co_await rt::yield();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
