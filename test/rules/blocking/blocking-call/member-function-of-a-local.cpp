// RUN: %check_rule %s coro-blocking-call
// A class that hides what its member functions wait for.

#include "lazy.h"
#include <unistd.h>

class journal {
public:
  explicit journal(int file) : file_(file) {}

  void add(int entry) {
    pending_ += entry;
    commit();
  }

  // Found: commit is a member function of the same class.
  lib::task<void> close() {
    commit();
    co_return;
  }

private:
  void commit() { ::fdatasync(file_); }

  int file_;
  int pending_ = 0;
};

// Found.
lib::task<void> record(int file, int entry) {
  journal all(file);
  all.add(entry);
  co_return;
}
