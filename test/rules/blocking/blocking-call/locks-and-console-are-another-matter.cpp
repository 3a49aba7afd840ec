// RUN: %check_rule %s coro-blocking-call
// Off by default: usually short, or unknown at the call (option Kinds).

#include "lazy.h"
#include <cstdio>
#include <iostream>
#include <mutex>
#include <unistd.h>

std::mutex totals_mutex;
int total;

lib::task<void> count(int connection) {
  char byte = 0;
  // The descriptor is in non-blocking mode; the call does not show it.
  if (::read(connection, &byte, 1) != 1)
    co_return;
  {
    std::lock_guard lock(totals_mutex);
    ++total;
  }
  std::printf("%d\n", byte);
  std::cout << "counted" << std::endl;
}
// CHECK-NONE
