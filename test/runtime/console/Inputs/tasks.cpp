// A program to look at: tasks that wait for different things, until its
// standard input ends.

#include "corolint/rt/channel.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>
#include <utility>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

static rt::task<int> next_request(rt::receiver<int> &from) {
  co_return (co_await from.receive()).value_or(0);
}

static rt::task<> serve(rt::receiver<int> from) {
  for (;;) {
    const int request = co_await next_request(from);
    if (request == 0)
      break;
  }
}

static rt::task<> hold(rt::mutex &lock) {
  const auto held = co_await lock.lock();
  // A mistake, to be seen.
  std::this_thread::sleep_for(1ms);
  co_await rt::sleep_for(1h);
}

static rt::task<> update(rt::mutex &lock) {
  const auto held = co_await lock.lock();
}

static rt::task<> tick() {
  for (;;)
    co_await rt::sleep_for(1ms);
}

static rt::task<> start(rt::receiver<int> from, rt::mutex &lock) {
  rt::spawn(hold(lock)).detach();
  co_await rt::sleep_for(10ms);
  rt::spawn(serve(std::move(from))).detach();
  for (int i = 0; i != 3; ++i)
    rt::spawn(update(lock)).detach();
  rt::spawn(tick()).detach();
}

int main() {
  rt::mutex lock;
  auto [to, from] = rt::channel<int>(4);
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on(start(std::move(from), lock));
  std::puts("ready");
  std::fflush(stdout);
  // ThreadSanitizer puts signals off in calls that it does not see.
  char byte = 0;
  while (::read(STDIN_FILENO, &byte, 1) > 0)
    ;
}
