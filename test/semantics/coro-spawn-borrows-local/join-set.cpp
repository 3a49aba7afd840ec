// A set of tasks is emptied before the variable goes.
#include "corolint/rt/join_set.hpp"
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
  rt::join_set<void> tasks;
  tasks.spawn(load(name));
  tasks.spawn(load(name));
  while (co_await tasks.next()) {
  }
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
