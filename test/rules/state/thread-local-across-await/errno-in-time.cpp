// RUN: %check_rule %s coro-thread-local-across-await
// errno that belongs to a call after the suspension, or was copied before it.

#include "lazy.h"
#include <cerrno>
#include <unistd.h>

lib::task<void> back_off();
lib::task<int> read_later(int file);
void unknown();
void log(int error);

lib::task<void> copied(int file) {
  if (::close(file) < 0) {
    const int error = errno;
    co_await back_off();
    log(error);
  }
}

lib::task<void> looked_at_first(int file) {
  if (::close(file) < 0) {
    log(errno);
    co_await back_off();
  }
}

lib::task<void> new_call(int file) {
  ::close(file);
  co_await back_off();
  if (::close(file) < 0)
    log(errno);
}

lib::task<void> left_by_what_was_awaited(int file) {
  ::close(file);
  if (co_await read_later(file) < 0)
    log(errno);
}

lib::task<void> left_by_who_knows_whom(int file) {
  ::close(file);
  co_await back_off();
  unknown();
  log(errno);
}

lib::task<void> cleared(int file) {
  ::close(file);
  co_await back_off();
  errno = 0;
  log(errno);
}

// CHECK-NONE
