// RUN: %check_rule %s coro-unsafe-spawn-capture
// What a callable gives back from another thread belongs to that thread.

#include "lazy.h"
#include <utility>

namespace seastar {
template <class T> class lw_shared_ptr {
public:
  T *operator->() const;
};
template <class T> class foreign_ptr {};
template <class T> foreign_ptr<T> make_foreign(T pointer);
struct smp {
  template <class F>
  static lib::task<decltype(std::declval<F>()())> submit_to(unsigned shard,
                                                            F f) {
    co_return f();
  }
};
} // namespace seastar

struct row {
  int id;
};
using row_ptr = seastar::lw_shared_ptr<row>;
struct rows {
  row_ptr first;
};
row_ptr find(int id);

// Found twice: the pointer itself, and inside a structure.
lib::task<void> brings_back(int id) {
  row_ptr found =
      co_await seastar::smp::submit_to(1, [id] { return find(id); });
      // CHECK: :[[@LINE-1]]:43: warning: its result is given back by a task that another thread may run; 'seastar::lw_shared_ptr<row>' counts its owners without atomics, on the shard that made it [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-2]]:30: note: 'submit_to' starts the task here
      // CHECK: :[[@LINE-3]]:43: note: use it on this thread only, and hand the task the plain values that it needs
  rows all =
      co_await seastar::smp::submit_to(2, [id] { return rows{find(id)}; });
      // CHECK: :[[@LINE-1]]:43: warning: its result is given back by a task that another thread may run; 'seastar::lw_shared_ptr<row>' counts its owners without atomics, on the shard that made it [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-14]]:11: note: member 'first' of 'rows' is a 'row_ptr'
      // CHECK: :[[@LINE-3]]:30: note: 'submit_to' starts the task here
      // CHECK: :[[@LINE-4]]:43: note: use it on this thread only, and hand the task the plain values that it needs
  (void)found, (void)all;
}

// Not found: a plain value, a pointer that knows where it belongs.
lib::task<int> brings_back_what_it_may(int id) {
  auto owner = co_await seastar::smp::submit_to(
      1, [id] { return seastar::make_foreign(find(id)); });
  (void)owner;
  co_return co_await seastar::smp::submit_to(2, [id] { return find(id)->id; });
}
