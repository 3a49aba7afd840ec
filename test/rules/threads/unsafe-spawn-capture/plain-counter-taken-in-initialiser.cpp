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
  workers.post([other] {});
}
