// Several mistakes in one program, which ends as it is told: return, exit,
// worker or fatal.
#include "corolint/rt/checked.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <cstdlib>
#include <mutex>
#include <string_view>
#include <unistd.h>

namespace rt = corolint::rt;

std::mutex locked;

rt::task<> operator""_late(const char *, std::size_t) { co_return; }

rt::task<> sleeps() {
  usleep(1000); // expect: coro-blocking-call
  co_return;
}

rt::task<> wrong() {
  "quoted"_late; // expect: coro-discarded-task
  co_await sleeps();
  std::lock_guard lock(locked); // expect: coro-lock-across-await
  co_await rt::yield();
}

rt::task<> leaves() {
  std::exit(0);
  co_return;
}

rt::runtime with(rt::checked_level level) {
  return rt::runtime::builder{}.workers(1).checked(level).build();
}

rt::task<> sleeps_again() {
  usleep(1000); // expect: coro-blocking-call
  co_return;
}

/// Ends after main, and after what was made while it ran.
struct last {
  ~last() { "forgotten"_late; } // expect: coro-discarded-task
} at_the_end;

int main(int, char **arguments) {
  const std::string_view end = arguments[1];
  with(rt::checked_level::on).block_on(wrong());
  if (end == "exit")
    std::exit(0);
  if (end == "worker")
    with(rt::checked_level::on).block_on(leaves());
  with(end == "fatal" ? rt::checked_level::fatal : rt::checked_level::on)
      .block_on(sleeps_again());
}
