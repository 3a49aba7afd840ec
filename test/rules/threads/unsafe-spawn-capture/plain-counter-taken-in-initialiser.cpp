// RUN: %check_rule %s coro-unsafe-spawn-capture
// The copy constructor counts in its initialisers, not in its body.

#include "executor.h"

struct Block {
  int uses = 0;
  Block *acquire() {
    ++uses;
    return this;
  }
  void drop() {
    if (--uses == 0)
      delete this;
  }
};

class BlockRef {
public:
  BlockRef() : block_((new Block)->acquire()) {}
  BlockRef(const BlockRef &other) : block_(other.block_->acquire()) {}
  ~BlockRef() { block_->drop(); }

private:
  Block *block_;
};

template <class T> class Ref {
public:
  explicit Ref(T *object) : object_(object) { ++object_->uses; }
  Ref(const Ref &other) : Ref(other.object_) {}
  ~Ref() { object_->drop(); }

private:
  T *object_;
};

// Found at both captures: 'block' counts in a member initialiser, 'other' in
// the constructor that its copy constructor delegates to.
void flush(lib::pool &workers, const BlockRef &block, const Ref<Block> &other) {
  workers.post([block] {});
  // CHECK: :[[@LINE-1]]:17: warning: 'block' is copied into a task that another thread may run; 'BlockRef' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-36]]:7: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-4]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
  workers.post([other] {});
  // CHECK: :[[@LINE-1]]:17: warning: 'other' is copied into a task that another thread may run; 'Ref<Block>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-41]]:7: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-4]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}
