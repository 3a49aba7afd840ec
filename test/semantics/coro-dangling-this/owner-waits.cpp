// The owner keeps the object until the task is done.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <utility>

namespace rt = corolint::rt;

volatile int sink;

struct session : std::enable_shared_from_this<session> {
  int id = 1;
  rt::task<> run() {
    co_await rt::yield();
    sink = id;
  }
};

rt::task<> all() {
  auto one = std::make_shared<session>();
  auto running = rt::spawn(one->run());
  co_await rt::yield();
  co_await std::move(running);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
