// RUN: %check_rule %s coro-unsafe-spawn-capture
// A reference to a thread-bound object may travel; a copy of it may not be made
// where the task runs.

#include "executor.h"

class [[clang::annotate("corolint::thread_bound")]] handle {
public:
  handle();
  handle(const handle &);
  int id() const;
};
void use(handle h);
void look(const handle &h);

// Found: the parameter of use is a copy.
void copies(lib::pool &workers, const handle &h) {
  workers.post([&h] { use(h); });
  // CHECK: :[[@LINE-1]]:27: warning: 'h' is copied by a task that another thread may run; 'handle' belongs to the thread that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-3]]:27: note: use it on this thread only, and hand the task the plain values that it needs
}

// Found: so is the variable.
lib::task<void> copies_in_a_coroutine(lib::pool &workers, handle h) {
  workers.spawn([&]() -> lib::task<void> {
    handle own = h;
    // CHECK: :[[@LINE-1]]:18: warning: 'h' is copied by a task that another thread may run; 'handle' belongs to the thread that made it [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
    // CHECK: :[[@LINE-3]]:18: note: use it on this thread only, and hand the task the plain values that it needs
    look(own);
    co_return;
  }());
  co_return;
}

// Not found: only looked at, or copied on this thread.
void looks(lib::pool &workers, const handle &h) {
  workers.post([&h] { look(h); });
  workers.post([id = h.id()] { (void)id; });
  use(h);
}
