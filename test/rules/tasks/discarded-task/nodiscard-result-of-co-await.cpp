// RUN: %check_rule %s coro-discarded-task
// What the task gives is a class that is not to be ignored.

#include "lazy.h"

enum class errc { none, full };
class [[nodiscard]] status {
public:
  bool ok() const { return code_ == errc::none; }

private:
  errc code_ = errc::none;
};

lib::task<status> save(int id);
lib::task<int> count();

// Found: the save may have failed.
lib::task<void> store(int id) { co_await save(id); }
// CHECK: :[[@LINE-1]]:33: warning: the result of this co_await is dropped; 'status' is declared [[nodiscard]] [coro-discarded-task]
// CHECK: :[[@LINE-14]]:21: note: declared here
// CHECK: :[[@LINE-3]]:33: note: look at it, or cast it to void

// Not found: looked at, dropped on purpose, or nothing special.
lib::task<bool> store_well(int id) {
  (void)co_await save(id);
  co_await count();
  co_return (co_await save(id + 1)).ok();
}
