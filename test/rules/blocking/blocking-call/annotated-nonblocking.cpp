// RUN: %check_rule %s coro-blocking-call
// Trusted: neither these functions nor what is behind them is looked at.

#include "lazy.h"
#include <unistd.h>

// A file in memory: fsync returns at once.
[[clang::annotate("corolint::nonblocking")]] inline void log_line(int file) {
  ::fsync(file);
}

inline void log_twice(int file) {
  log_line(file);
  log_line(file);
}

class ram_disk {
public:
  [[clang::annotate("corolint::nonblocking")]] void commit();
};

void ram_disk::commit() { ::sync(); }

ram_disk disk;

lib::task<void> work(int file) {
  log_line(file);
  log_twice(file);
  disk.commit();
  co_return;
}
// CHECK-NONE
