// All that the tasks refer to lives until both are done.
#include "corolint/rt/join.hpp"
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
  std::string first = "first", second = "second";
  co_await rt::join(load(first), load(second));
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
