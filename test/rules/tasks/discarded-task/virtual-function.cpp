// RUN: %check_rule %s coro-discarded-task
// Whichever override it is, its return type is a lazy task.

#include "lazy.h"

class store {
public:
  virtual ~store() = default;
  virtual lib::task<void> flush() = 0;
};

class file_store : public store {
public:
  lib::task<void> flush() override { co_await write(); }

  // Found: called on this object, in a plain function.
  void close() { flush(); }
  // CHECK: :[[@LINE-1]]:18: warning: the task returned by 'flush' is dropped; it is lazy, so 'flush' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:18: note: hand it to a function that runs or spawns it, or return it

private:
  lib::task<void> write();
};

// Found: called through the interface.
lib::task<void> shut_down(store &all) {
  all.flush();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'flush' is dropped; it is lazy, so 'flush' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> shut_down_well(store &all) { co_await all.flush(); }
lib::task<void> hand_on(store &all) { return all.flush(); }
