// RUN: %check_rule %s coro-blocking-call
// Back-off written with the sleeps of threads.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

lib::task<bool> connect_to(const char *host);

// Found: the executor's thread sleeps between two attempts.
lib::task<void> connect_stubbornly(const char *host) {
  using namespace std::chrono_literals;
  auto pause = 10ms;
  while (!co_await connect_to(host)) {
    std::this_thread::sleep_for(pause);
    pause *= 2;
  }
}

// Found: the call of libc is no better.
lib::task<bool> connect_twice(const char *host) {
  if (co_await connect_to(host))
    co_return true;
  usleep(1000);
  co_return co_await connect_to(host);
}
