// A task holds a lock for which nobody waits, until a message comes.
#include "corolint/rt/channel.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> takes(rt::receiver<int> from) {
  const auto held = co_await guards.lock();
  co_await from.receive();
}

rt::task<> gives(rt::sender<int> to) {
  co_await rt::sleep_for(std::chrono::milliseconds(200));
  (void)co_await to.send(1);
}

rt::task<> waits() {
  auto [to, from] = rt::channel<int>(1);
  co_await rt::join(takes(std::move(from)), gives(std::move(to)));
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
