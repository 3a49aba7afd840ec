// A function returns the task that refers to its variable.
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

rt::task<> makes() {
  std::string name = "name";
  return load(name); // expect: coro-dangling-parameter
}

rt::task<> all() { co_await makes(); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
