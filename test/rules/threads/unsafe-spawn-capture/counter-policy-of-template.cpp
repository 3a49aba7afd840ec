// RUN: %check_rule %s coro-unsafe-spawn-capture
// One handle, two policies: an atomic counter or a plain one.

#include "executor.h"
#include <atomic>

template <class Count> class Handle {
public:
  Handle() : uses_(new State{1}) {}
  Handle(const Handle &other) : uses_(other.uses_) { ++uses_->count; }
  ~Handle() {
    if (--uses_->count == 0)
      delete uses_;
  }

private:
  struct State {
    Count count;
  };
  State *uses_;
};

lib::task<void> copy_file(Handle<std::atomic<int>> file);
lib::task<void> copy_locally(Handle<int> file);

// Not found: the counter is atomic.
void share(lib::pool &workers, const Handle<std::atomic<int>> &file) {
  workers.spawn(copy_file(file));
}

// Found at the argument 'file': the counter is a plain int.
void share_too_far(lib::pool &workers, const Handle<int> &file) {
  workers.spawn(copy_locally(file));
  // CHECK: :[[@LINE-1]]:30: warning: 'file' is copied into a task that another thread may run; 'Handle<int>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-17]]:11: note: 'count' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:30: note: hand the task a value of its own, or share it through a type that is thread-safe
}
