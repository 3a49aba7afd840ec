// A scope does not end before the tasks in it: they may refer to what is
// outside of it.

#include "corolint/rt/scope.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/runtime.hpp"
#include <iostream>

namespace rt = corolint::rt;

rt::task<> produce(rt::sender<int> to, int first) {
  for (int i = first; i != first + 50; ++i)
    if (!co_await to.send(i)) // waits while the channel is full
      co_return;
}

rt::task<> consume(rt::receiver<int> from, long &sum) {
  while (auto value = co_await from.receive()) // ends with the last sender
    sum += *value;
}

rt::task<> program() {
  long sum = 0;
  co_await rt::with_scope([&sum](rt::scope &tasks) -> rt::task<> {
    auto [sender, receiver] = rt::channel<int>(4);
    tasks.spawn(consume(std::move(receiver), sum));
    tasks.spawn(produce(sender, 0));
    tasks.spawn(produce(std::move(sender), 50));
    co_return;
  });
  std::cout << "sum: " << sum << "\n";
}

int main() {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on(program());
}
