// A copy of one variable, and the other one itself.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(std::string name, const std::string &from) {
  co_await rt::yield();
  sink = name.size() + from.size();
}

void start() {
  std::string name = "job", from = "here";
  rt::spawn(load(name, from)).detach(); // expect: coro-spawn-borrows-local
}

rt::task<> all() {
  start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
