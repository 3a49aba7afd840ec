// Only one of two parameters is gone.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>
#include <utility>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name, const std::string &from) {
  co_await rt::yield();
  sink = name.size() + from.size();
}

rt::task<> all() {
  std::string name = "name";
  auto first = load(name, "here"); // expect: coro-dangling-parameter
  co_await std::move(first);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
