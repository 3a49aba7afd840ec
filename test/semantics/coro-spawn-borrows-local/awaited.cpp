// The task is awaited before the variable goes.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>
#include <utility>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  std::string name = "job";
  auto loading = rt::spawn(load(name));
  co_await rt::yield();
  co_await std::move(loading);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
