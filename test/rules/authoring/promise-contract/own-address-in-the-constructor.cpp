// RUN: %check_rule %s coro-promise-contract
// The list keeps the address of an awaiter that is moved from.

#include <coroutine>
#include <vector>

struct waiter;
struct event {
  waiter *first = nullptr;
  void add(waiter *);
};

struct waiter {
  event &on;
  std::coroutine_handle<> caller;
  explicit waiter(event &on) : on(on) { on.first = this; }
  // CHECK: :[[@LINE-1]]:52: warning: the constructor of awaiter 'waiter' hands out its address; once it is copied or moved, that leads to an object that is gone [coro-promise-contract]
  // CHECK: :[[@LINE-5]]:8: note: 'waiter' can be copied or moved
  // CHECK: :[[@LINE-3]]:52: note: do it in 'await_suspend', when the awaiter stays where it is, or delete the copy constructor
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) { caller = h; }
  void await_resume() const noexcept {}
};

struct late_waiter {
  std::coroutine_handle<> caller;
  explicit late_waiter(std::vector<late_waiter *> &all) { all.push_back(this); }
  // CHECK: :[[@LINE-1]]:73: warning: the constructor of awaiter 'late_waiter' hands out its address; once it is copied or moved, that leads to an object that is gone [coro-promise-contract]
  // CHECK: :[[@LINE-4]]:8: note: 'late_waiter' can be copied or moved
  // CHECK: :[[@LINE-3]]:73: note: do it in 'await_suspend', when the awaiter stays where it is, or delete the copy constructor
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) { caller = h; }
  void await_resume() const noexcept {}
};
