// The variable is of a coroutine, which ends before the task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> start() {
  std::string name = "job";
  co_await rt::yield();
  rt::spawn(load(name)).detach(); // expect: coro-spawn-borrows-local
}

rt::task<> all() {
  co_await start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
