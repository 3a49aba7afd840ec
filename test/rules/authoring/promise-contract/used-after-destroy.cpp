// RUN: %check_rule %s coro-promise-contract
// What is destroyed is freed; every further use is one of freed memory.

#include <coroutine>

struct promise {
  int value = 0;
};
using handle = std::coroutine_handle<promise>;

void twice(handle self, bool failed) {
  self.destroy();
  if (failed)
    self.destroy();
    // CHECK: :[[@LINE-1]]:10: warning: the coroutine of 'self' is destroyed again after it was destroyed [coro-promise-contract]
    // CHECK: :[[@LINE-4]]:8: note: destroyed here
    // CHECK: :[[@LINE-3]]:10: note: destroy it as the last step, or give 'self' another value first
}

int asked(handle self) {
  self.destroy();
  return self.done() ? 0 : self.promise().value;
  // CHECK: :[[@LINE-1]]:15: warning: the coroutine of 'self' is asked whether it is done after it was destroyed [coro-promise-contract]
  // CHECK: :[[@LINE-3]]:8: note: destroyed here
  // CHECK: :[[@LINE-3]]:15: note: destroy it as the last step, or give 'self' another value first
}

class worker {
public:
  void stop() {
    self_.destroy();
    self_.resume();
    // CHECK: :[[@LINE-1]]:11: warning: the coroutine of 'self_' is resumed after it was destroyed [coro-promise-contract]
    // CHECK: :[[@LINE-3]]:11: note: destroyed here
    // CHECK: :[[@LINE-3]]:11: note: destroy it as the last step, or give 'self_' another value first
  }

private:
  handle self_;
};

