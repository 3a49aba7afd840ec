// RUN: %check_rule %s coro-lock-across-await
// A guard that is a temporary of the same full expression as the co_await.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);

class locked_int {
public:
  locked_int(std::mutex &mutex, int &value) : lock_(mutex), value_(value) {}
  int &operator*() const { return value_; }

private:
  std::lock_guard<std::mutex> lock_;
  int &value_;
};

std::mutex mutex;
int value;
inline locked_int lock_value() { return {mutex, value}; }

int sum(int a, int b);

// Found: the left operand's guard lives until the statement ends.
lib::task<int> add() { co_return sum(*lock_value(), co_await fetch(1)); }
// CHECK: :[[@LINE-1]]:39: warning: the temporary 'locked_int' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
// CHECK: :[[@LINE-2]]:53: note: suspends here while the temporary 'locked_int' is held
// CHECK: :[[@LINE-3]]:39: note: copy what is needed into a variable first, in a statement of its own, or use a mutex whose lock is awaited

// Not found: it waits first.
lib::task<int> add_after() {
  int fetched = co_await fetch(1);
  co_return sum(*lock_value(), fetched);
}

// Not found: an argument of the awaited call is dead at the next statement.
lib::task<int> add_before() {
  int mine = *lock_value();
  co_return sum(mine, co_await fetch(1));
}
