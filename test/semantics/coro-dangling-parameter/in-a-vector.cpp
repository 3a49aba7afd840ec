// Tasks are collected with temporaries that die one by one.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace rt = corolint::rt;

volatile std::size_t sink;

rt::task<> load(const std::string &name) {
  co_await rt::yield();
  sink = name.size();
}

rt::task<> all() {
  std::vector<rt::task<>> tasks;
  tasks.push_back(load("first")); // expect: coro-dangling-parameter
  for (auto &each : tasks)
    co_await std::move(each);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
