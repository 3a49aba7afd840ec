// Tasks are collected, their closures are gone.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <utility>
#include <vector>

namespace rt = corolint::rt;

volatile int sink;

rt::task<> all() {
  std::vector<rt::task<>> tasks;
  for (int id = 0; id != 2; ++id)
    tasks.push_back(
        [id]() -> rt::task<> { // expect: coro-dangling-lambda-capture
          co_await rt::yield();
          sink = id;
        }());
  for (auto &each : tasks)
    co_await std::move(each);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
