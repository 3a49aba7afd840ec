// The scope waits for its tasks.
#include "corolint/rt/scope.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  std::string name = "job";
  co_await rt::with_scope([&](rt::scope &tasks) -> rt::task<> {
    tasks.spawn(load(name));
    co_await rt::yield();
  });
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
