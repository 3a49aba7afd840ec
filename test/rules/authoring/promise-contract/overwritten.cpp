// RUN: %check_rule %s coro-promise-contract
// The coroutine that the object had before is lost.

#include <coroutine>
#include <utility>

class task {
public:
  task(task &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  task &operator=(task &&other) noexcept {
    self_ = std::exchange(other.self_, nullptr);
    // CHECK: :[[@LINE-1]]:11: warning: this assignment overwrites 'self_'; the coroutine that it had is never destroyed [coro-promise-contract]
    // CHECK: :[[@LINE+4]]:3: note: only the destructor destroys it
    // CHECK: :[[@LINE-3]]:11: note: destroy the coroutine first, or swap the two handles
    return *this;
  }
  ~task() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

template <class T> class generator {
public:
  generator(generator &&other) noexcept
      : self_(std::exchange(other.self_, nullptr)) {}
  generator &operator=(generator &&other) noexcept {
    if (this != &other) {
      self_ = other.self_;
      // CHECK: :[[@LINE-1]]:13: warning: this assignment overwrites 'self_'; the coroutine that it had is never destroyed [coro-promise-contract]
      // CHECK: :[[@LINE+6]]:3: note: only the destructor destroys it
      // CHECK: :[[@LINE-3]]:13: note: destroy the coroutine first, or swap the two handles
      other.self_ = nullptr;
    }
    return *this;
  }
  ~generator() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

generator<int> start();
void restart() {
  generator<int> running = start();
  running = start();
}

