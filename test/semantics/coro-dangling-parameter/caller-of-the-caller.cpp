// What two coroutines above lent is still there.
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

rt::task<> passes_on(const std::string &name) {
  co_await rt::yield();
  co_await load(name);
}

rt::task<> all() {
  std::string name = "name";
  co_await passes_on(name);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
