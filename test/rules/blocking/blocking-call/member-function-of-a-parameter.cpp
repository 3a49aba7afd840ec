// RUN: %check_rule %s coro-blocking-call
// The object came in as a parameter; what its class does is known all the same.

#include "lazy.h"
#include <memory>
#include <unistd.h>

class journal {
public:
  void commit() { ::fdatasync(file_); }

private:
  int file_ = -1;
};

// Found.
lib::task<void> close_one(journal &log) {
  log.commit();
  co_return;
}

// Found.
lib::task<void> close_pointer(journal *log) {
  log->commit();
  co_return;
}

// Found.
lib::task<void> close_shared(std::shared_ptr<journal> log) {
  log->commit();
  co_return;
}
