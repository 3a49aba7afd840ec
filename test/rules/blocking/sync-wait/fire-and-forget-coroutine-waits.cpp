// RUN: %check_rule %s coro-sync-wait
// Whoever starts it does not see that it stands still.

#include "eager.h"
#include "lazy.h"

lib::task<void> save(int draft);

// Found.
lib::detached save_in_passing(int draft) {
  lib::sync_wait(save(draft));
  // CHECK: :[[@LINE-1]]:8: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:15: note: 'save_in_passing' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the task instead
  co_return;
}

class editor {
public:
  // Found: draft_ by way of a member function.
  lib::job<> close() {
    save_now();
    // CHECK: :[[@LINE-1]]:5: warning: 'save_now' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
    // CHECK: :[[@LINE+7]]:26: note: 'save_now' calls 'sync_wait' here; it blocks this thread until the task is done
    // CHECK: :[[@LINE-4]]:14: note: 'close' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: co_await the task instead
    co_return;
  }

private:
  void save_now() { lib::sync_wait(save(draft_)); }
  int draft_ = 0;
};
