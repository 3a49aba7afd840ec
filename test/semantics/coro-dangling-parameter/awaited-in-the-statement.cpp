// A temporary lives until the end of the statement that awaits the task.
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

rt::task<> all() { co_await load("first"); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
