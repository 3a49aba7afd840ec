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
}
