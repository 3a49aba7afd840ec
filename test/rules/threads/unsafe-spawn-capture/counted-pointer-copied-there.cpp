// RUN: %check_rule %s coro-unsafe-spawn-capture
// A callable copies a pointer with a plain count on the other thread, or looks
// at more than what may travel.

#include "lazy.h"
#include <utility>

namespace seastar {
template <class T> class lw_shared_ptr {
public:
  T *operator->() const;
  T &operator*() const;
};
template <class T> class foreign_ptr {
public:
  T *get() const;
};
struct smp {
  template <class F>
  static lib::task<decltype(std::declval<F>()())> submit_to(unsigned shard,
                                                            F f) {
    co_return f();
  }
};
} // namespace seastar

struct session {
  void abort();
};
using session_ptr = seastar::lw_shared_ptr<seastar::foreign_ptr<session>>;
using nested_ptr = seastar::lw_shared_ptr<seastar::lw_shared_ptr<session>>;
void keep(session_ptr one);

lib::task<void> copies(session_ptr one) {
  co_await seastar::smp::submit_to(1, [one] { keep(one); });
  // CHECK: :[[@LINE-1]]:40: warning: 'one' is copied into a task that another thread may run; 'seastar::lw_shared_ptr<...>' counts its owners without atomics, on the shard that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:26: note: 'submit_to' starts the task here
  // CHECK: :[[@LINE-3]]:40: note: use it on this thread only, and hand the task the plain values that it needs
}
lib::task<void> copies_into_a_coroutine(session_ptr one) {
  co_await seastar::smp::submit_to(1, [one]() -> lib::task<void> {
  // CHECK: :[[@LINE-1]]:40: warning: 'one' is copied into a task that another thread may run; 'seastar::lw_shared_ptr<...>' counts its owners without atomics, on the shard that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:26: note: 'submit_to' starts the task here
  // CHECK: :[[@LINE-3]]:40: note: use it on this thread only, and hand the task the plain values that it needs
    one->get()->abort();
    co_return;
  });
}
lib::task<void> nested(nested_ptr one) {
  co_await seastar::smp::submit_to(1, [one] { (*one)->abort(); });
  // CHECK: :[[@LINE-1]]:40: warning: 'one' is copied into a task that another thread may run; 'seastar::lw_shared_ptr<...>' counts its owners without atomics, on the shard that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:26: note: 'submit_to' starts the task here
  // CHECK: :[[@LINE-3]]:40: note: use it on this thread only, and hand the task the plain values that it needs
}
