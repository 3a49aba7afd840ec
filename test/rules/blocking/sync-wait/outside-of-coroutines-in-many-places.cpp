// RUN: %check_rule %s coro-sync-wait
// Somebody has to wait: main, tests, threads, destructors, callbacks.

#include "lazy.h"
#include <functional>
#include <thread>

lib::task<int> total();

struct service {
  lib::task<int> run();
  void stop() { lib::sync_wait(run()); }
  ~service() { stop(); }
};

int helper() { return lib::sync_wait(total()); }

std::function<int()> later() {
  return [] { return lib::sync_wait(total()); };
}

void in_a_thread() {
  std::thread worker([] { lib::sync_wait(total()); });
  worker.join();
}

template <class Work> auto drive(Work work) { return lib::sync_wait(work()); }

int main() {
  service s;
  return helper() + later()() + drive([] { return total(); });
}

// CHECK-NONE
