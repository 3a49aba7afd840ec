// RUN: %check_rule %s coro-unsafe-spawn-capture
// Seastar style: one thread per shard, plain counters, a wrapper to cross over.

#include "local_ptr.h"

namespace smp {
void enqueue(unsigned shard, void *work);
template <class F>
void submit_to(unsigned shard, [[clang::annotate("corolint::spawns")]] F work) {
  enqueue(shard, new F(std::move(work)));
}
} // namespace smp

// Gives its value back to the shard it came from.
template <class P> class [[clang::annotate("corolint::sendable")]] foreign_ptr {
public:
  explicit foreign_ptr(P pointer) : pointer_(std::move(pointer)) {}
  foreign_ptr(foreign_ptr &&) = default;
  ~foreign_ptr();

private:
  P pointer_;
};

struct Row {
  int id = 0;
};

// Found at the capture 'row': the other shard counts without a lock.
void replicate(unsigned shard, const lib::local_ptr<Row> &row) {
  smp::submit_to(shard, [row] {});
  // CHECK: :[[@LINE-1]]:26: warning: 'row' is copied into a task that another thread may run; 'lib::local_ptr<Row>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:8: note: 'submit_to' starts the task here
  // CHECK: :[[@LINE-4]]:26: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: the wrapper is declared sendable.
void lend(unsigned shard, const lib::local_ptr<Row> &row) {
  smp::submit_to(shard, [row = foreign_ptr(row)] {});
}
