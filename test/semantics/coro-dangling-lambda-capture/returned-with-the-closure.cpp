// A function returns the task of its closure.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

rt::task<> makes(int id) {
  auto shows = [id]() -> rt::task<> { // expect: coro-dangling-lambda-capture
    co_await rt::yield();
    sink = id;
  };
  return shows();
}

rt::task<> all() { co_await makes(1); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
