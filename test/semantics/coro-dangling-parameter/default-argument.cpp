// A default argument is a temporary as well.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>
#include <utility>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name = "nobody") {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  auto first = load(); // expect: coro-dangling-parameter
  co_await std::move(first);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
