// RUN: %check_rule %s coro-promise-contract
// Copies are deleted, moves empty the other, or copies count.

#include <coroutine>
#include <memory>
#include <utility>

class unique {
public:
  unique(unique &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~unique() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

class pinned {
public:
  pinned(const pinned &) = delete;
  ~pinned() { self_.destroy(); }

private:
  std::coroutine_handle<> self_;
};

class counted {
public:
  counted(const counted &other) : self_(other.self_), count_(other.count_) {
    ++*count_;
  }
  ~counted() {
    if (--*count_ == 0)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
  int *count_;
};

struct only_refers {
  std::coroutine_handle<> self;
  void stop() { self.destroy(); }
};

// CHECK-NONE
