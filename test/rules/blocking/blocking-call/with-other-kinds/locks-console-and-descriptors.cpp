// RUN: %check_rule %s coro-blocking-call
// The option Kinds names exactly what counts.

#include "lazy.h"
#include <cstdio>
#include <mutex>
#include <unistd.h>

std::mutex totals_mutex;
int total;

// Found three times: read, lock, printf. Sleeping is not among the kinds.
lib::task<void> count(int connection) {
  char byte = 0;
  if (::read(connection, &byte, 1) != 1)
    co_return;
  totals_mutex.lock();
  ++total;
  totals_mutex.unlock();
  std::printf("%d\n", byte);
  ::usleep(1);
}
