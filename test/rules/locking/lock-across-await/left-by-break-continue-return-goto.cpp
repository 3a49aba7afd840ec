// RUN: %check_rule %s coro-lock-across-await
// Every way out of a scope closes it.

#include "lazy.h"
#include <mutex>
#include <stdexcept>

lib::task<void> wait_a_bit();

std::mutex jobs_mutex;
int jobs;

lib::task<int> take() {
  for (;;) {
    {
      std::lock_guard lock(jobs_mutex);
      if (jobs < 0)
        throw std::runtime_error("closed");
      if (jobs > 10)
        break;
      if (jobs > 0)
        co_return jobs--;
    }
    co_await wait_a_bit();
  }
  co_await wait_a_bit();
  co_return 0;
}

lib::task<void> restart() {
again: {
  std::lock_guard lock(jobs_mutex);
  if (jobs > 0) {
    --jobs;
    goto again;
  }
}
  co_await wait_a_bit();
}

lib::task<void> must_be_open() {
  std::unique_lock lock(jobs_mutex);
  if (jobs >= 0)
    lock.unlock();
  else
    std::terminate();
  co_await wait_a_bit();
}
// CHECK-NONE
