// RUN: %check_rule %s coro-lock-across-await
// A class that may hold a lock, but does not when it is constructed.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch();

class transaction {
public:
  transaction() = default;
  void begin(std::mutex &mutex) { lock_ = std::unique_lock(mutex); }
  void commit() { lock_.unlock(); }

private:
  std::unique_lock<std::mutex> lock_;
};

struct scratch {
  std::unique_lock<std::mutex> lock;
  int value = 0;
};

std::mutex table_mutex;

lib::task<void> run() {
  transaction change;
  int fresh = co_await fetch();
  change.begin(table_mutex);
  if (fresh)
    change.commit();
}

lib::task<void> run_aggregate() {
  scratch local;
  local.value = co_await fetch();
}

lib::task<void> run_braced() {
  scratch local{};
  local.value = co_await fetch();
}
// CHECK-NONE
