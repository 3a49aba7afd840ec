// RUN: %check_rule %s coro-sync-wait
// Whoever starts it does not see that it stands still.

#include "eager.h"
#include "lazy.h"

lib::task<void> save(int draft);

// Found.
lib::detached save_in_passing(int draft) {
  lib::sync_wait(save(draft));
  co_return;
}

class editor {
public:
  // Found: draft_ by way of a member function.
  lib::job<> close() {
    save_now();
    co_return;
  }

private:
  void save_now() { lib::sync_wait(save(draft_)); }
  int draft_ = 0;
};
