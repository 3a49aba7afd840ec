// What the parameter refers to is freed after the task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  auto name = std::make_unique<std::string>("name");
  auto first = load(*name);
  co_await std::move(first);
  name.reset();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
