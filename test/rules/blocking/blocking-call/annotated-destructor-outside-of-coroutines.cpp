// RUN: %check_rule %s coro-blocking-call
// Where no tasks run, somebody has to wait; and who lives on is not destroyed.

#include "lazy.h"

class pool_of_threads {
public:
  explicit pool_of_threads(int threads);
  [[clang::annotate("corolint::blocking", "waits for its threads")]]
  ~pool_of_threads();
};

void run() { pool_of_threads workers(4); }

lib::task<void> uses(pool_of_threads &workers) { co_return; }
// CHECK-NONE
