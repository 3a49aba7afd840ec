// RUN: %check_rule %s coro-discarded-task
// Lazy tasks in private members that no member function takes out again.

#include "lazy.h"
#include <optional>
#include <utility>
#include <vector>

lib::task<void> notify(int user);

// Found: assigned, and nothing else.
class session {
public:
  void greet(int user) { greeting = notify(user); }
  // CHECK: :[[@LINE-1]]:37: warning: the task returned by 'notify' is stored in 'greeting' and never awaited; it is lazy, so 'notify' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+4]]:19: note: no member function takes 'greeting' out again
  // CHECK: :[[@LINE-3]]:37: note: co_await it, or hand it to a function that runs or spawns it

private:
  lib::task<void> greeting;
};

// Found: taken by the constructor.
class job {
public:
  explicit job(lib::task<void> work) : work(std::move(work)) {}
  // CHECK: :[[@LINE-1]]:55: warning: the task is stored in 'work' and never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE+4]]:19: note: no member function takes 'work' out again
  // CHECK: :[[@LINE-3]]:55: note: co_await it, or hand it to a function that runs or spawns it

private:
  lib::task<void> work;
};

// Found: collected; a size wakes nobody.
class crowd {
public:
  void add(int user) { all.push_back(notify(user)); }
  // CHECK: :[[@LINE-1]]:38: warning: the task returned by 'notify' is stored in 'all' and never awaited; it is lazy, so 'notify' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+5]]:32: note: no member function takes 'all' out again
  // CHECK: :[[@LINE-3]]:38: note: co_await it, or hand it to a function that runs or spawns it
  bool empty() const { return all.empty(); }

private:
  std::vector<lib::task<void>> all;
};
