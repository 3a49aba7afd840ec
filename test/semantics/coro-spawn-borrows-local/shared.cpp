// The task has a share of the object.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <memory>
#include <string>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(std::shared_ptr<const std::string> name) {
  co_await rt::yield();
  sink = name->size();
}

void start() {
  auto name = std::make_shared<const std::string>("job");
  rt::spawn(load(name)).detach();
}

rt::task<> all() {
  start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
