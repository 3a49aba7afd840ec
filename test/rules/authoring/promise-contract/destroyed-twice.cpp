// RUN: %check_rule %s coro-promise-contract
// The compiler writes a copy, or a move, that keeps the handle.

#include <coroutine>
#include <utility>

class copied {
// CHECK: :[[@LINE-1]]:7: warning: a copy of 'copied' keeps the same handle; both objects destroy the coroutine [coro-promise-contract]
// CHECK: :[[@LINE+4]]:3: note: the destructor destroys 'self_'
// CHECK: :[[@LINE-3]]:7: note: delete the copy constructor, and write a move constructor that leaves the other handle empty
public:
  explicit copied(std::coroutine_handle<> self) : self_(self) {}
  ~copied() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

class moved {
// CHECK: :[[@LINE-1]]:7: warning: a move of 'moved' keeps the same handle; both objects destroy the coroutine [coro-promise-contract]
// CHECK: :[[@LINE+5]]:3: note: the destructor destroys 'self_'
// CHECK: :[[@LINE-3]]:7: note: delete the copy constructor, and write a move constructor that leaves the other handle empty
public:
  explicit moved(std::coroutine_handle<> self) : self_(self) {}
  moved(moved &&) = default;
  ~moved() { self_.destroy(); }

private:
  std::coroutine_handle<> self_;
};
