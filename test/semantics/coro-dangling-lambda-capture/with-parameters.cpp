// Parameters are kept, captures are not.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <utility>

namespace rt = corolint::rt;

volatile int sink;

rt::task<> all() {
  int id = 1;
  auto showing =
      [id](int more) -> rt::task<> { // expect: coro-dangling-lambda-capture
    co_await rt::yield();
    sink = id + more;
  }(2);
  co_await std::move(showing);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
