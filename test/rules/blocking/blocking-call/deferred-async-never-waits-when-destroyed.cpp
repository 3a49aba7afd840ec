// RUN: %check_rule %s coro-blocking-call
// Deferred work that nobody asked for never runs; its future just dies.

#include "lazy.h"
#include <future>

int count_files();

lib::task<int> count_if(bool wanted) {
  auto count = std::async(std::launch::deferred, count_files);
  co_return wanted ? 1 : 0;
}
// CHECK-NONE
