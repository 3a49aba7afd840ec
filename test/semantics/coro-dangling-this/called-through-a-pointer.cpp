// The pointer through which the task was made is not kept.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>

namespace rt = corolint::rt;

volatile int sink;

struct session : std::enable_shared_from_this<session> {
  int id = 1;
  rt::task<> run() {
    co_await rt::yield();
    sink = id;
  }
};

void start() {
  auto one = std::make_shared<session>();
  rt::spawn(one->run()).detach(); // expect: coro-dangling-this
}

rt::task<> all() {
  start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
