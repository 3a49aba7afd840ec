// A task gets the end of a channel.
#include "corolint/rt/channel.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

rt::task<> gives(rt::sender<int> to) { (void)co_await to.send(0); }

rt::task<int> starts() {
  auto [to, from] = rt::channel<int>(1);
  auto running = rt::spawn(gives(std::move(to)));
  const auto value = co_await from.receive();
  co_await std::move(running);
  co_return value ? *value : 1;
}

int main() { return rt::block_on(starts()); }
