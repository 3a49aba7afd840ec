// A view of a literal is of something that lives for ever.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string_view>
#include <utility>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(std::string_view name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  auto first = load("first");
  co_await std::move(first);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
