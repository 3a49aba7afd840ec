// RUN: %check_rule %s coro-unsafe-spawn-capture
// A callable that its caller keeps and destroys may look through a pointer
// with a plain count, as long as it makes no copy of it.

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

lib::task<void> looks(session_ptr one) {
  co_await seastar::smp::submit_to(1, [one] { one->get()->abort(); });
  co_await seastar::smp::submit_to(1, [one] { (*one).get()->abort(); });
}
// CHECK-NONE
