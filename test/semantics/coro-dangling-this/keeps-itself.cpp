// The coroutine holds a pointer to its object, which lives until it does.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>

namespace rt = corolint::rt;

volatile int sink;

struct session : std::enable_shared_from_this<session> {
  int id = 1;
  rt::task<> run() {
    auto self = shared_from_this();
    co_await rt::yield();
    sink = id;
  }
  void start() { rt::spawn(run()).detach(); }
};

rt::task<> all() {
  auto one = std::make_shared<session>();
  one->start();
  while (one.use_count() == 1)
    co_await rt::yield();
  one.reset();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
