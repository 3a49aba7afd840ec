// RUN: %check_rule %s coro-unsafe-spawn-capture
// Made here, moved into the task and never used again: nobody shares it.

#include "executor.h"
#include "local_ptr.h"
#include <thread>

struct Report {
  int pages = 0;
};

// Handles are copied elsewhere, on this thread.
inline lib::local_ptr<Report> share(const lib::local_ptr<Report> &report) {
  return report;
}

lib::task<void> print(lib::local_ptr<Report> report);

void print_later(lib::pool &workers) {
  auto report = lib::make_local<Report>(3);
  workers.spawn(print(std::move(report)));
}

void print_on_thread() {
  lib::local_ptr<Report> report(Report{3});
  std::thread([report = std::move(report)] {}).detach();
}

void print_by_argument(bool twice) {
  if (twice) {
    lib::local_ptr<Report> report(Report{3});
    std::thread([](lib::local_ptr<Report>) {}, std::move(report)).detach();
  }
}

// CHECK-NONE
