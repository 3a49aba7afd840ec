// RUN: %check_rule %s coro-unsafe-spawn-capture
// A list that copies its nodes: each object has a counter of its own, behind a
// pointer of its own.

#include "executor.h"

class Polyline {
public:
  Polyline() : impl_(new Impl) {}
  Polyline(const Polyline &other) : impl_(new Impl) {
    for (int i = 0; i < other.impl_->count; ++i)
      add(other.impl_->x[i]);
  }
  Polyline &operator=(const Polyline &) = delete;
  ~Polyline() {
    while (impl_->count > 0)
      --impl_->count;
    delete impl_;
  }
  void add(int x) { impl_->x[impl_->count++] = x; }

private:
  struct Impl {
    int count = 0;
    int x[64];
  };
  Impl *impl_;
};

lib::task<void> simplify(Polyline line);

void simplify_all(lib::pool &workers, const Polyline &line) {
  workers.spawn(simplify(line));
}

// CHECK-NONE
