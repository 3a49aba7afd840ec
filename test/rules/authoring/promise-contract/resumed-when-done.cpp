// RUN: %check_rule %s coro-promise-contract
// At its end a coroutine can only be destroyed.

#include <coroutine>

void drain(std::coroutine_handle<> self) {
  while (!self.done())
    self.resume();
  self.resume();
  // CHECK: :[[@LINE-1]]:8: warning: the coroutine of 'self' is resumed although it is done [coro-promise-contract]
  // CHECK: :[[@LINE-4]]:16: note: this says that it has come to its end
  // CHECK: :[[@LINE-3]]:8: note: resume it only while done() is false
}

bool step(std::coroutine_handle<> self) {
  if (self.done()) {
    self();
    // CHECK: :[[@LINE-1]]:5: warning: the coroutine of 'self' is resumed although it is done [coro-promise-contract]
    // CHECK: :[[@LINE-3]]:12: note: this says that it has come to its end
    // CHECK: :[[@LINE-3]]:5: note: resume it only while done() is false
    return false;
  }
  return true;
}

