// RUN: %check_rule %s coro-sync-wait
// A synchronous generator runs on its consumer's thread.

#include "eager.h"
#include "lazy.h"

lib::task<int> fetch(int page);

lib::generator<int> pages(int count) {
  for (int page = 0; page < count; ++page)
    co_yield lib::sync_wait(fetch(page));
}

int main() {
  int sum = 0;
  for (auto all = pages(3); all.next();)
    sum += all.value();
  return sum;
}
// CHECK-NONE
