// A lock is held while a coroutine waits for a value of a channel.
#include "corolint/rt/channel.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> takes(rt::receiver<int> from) {
  std::lock_guard lock(guards); // expect: coro-lock-across-await
  co_await from.receive();
}

rt::task<> gives(rt::sender<int> to) {
  co_await rt::sleep_for(std::chrono::milliseconds(100));
  (void)co_await to.send(1);
}

rt::task<> both() {
  auto [to, from] = rt::channel<int>(1);
  co_await rt::join(takes(std::move(from)), gives(std::move(to)));
}

int main() { rt::block_on(both()); }
