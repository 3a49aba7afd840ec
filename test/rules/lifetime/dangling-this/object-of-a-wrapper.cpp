// RUN: %check_rule %s coro-dangling-this
// The wrapper returns the task of its own object.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session {
  int id = 0;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
};
lib::task<> serve() {
  session s;
  return s.run();
  // CHECK: :[[@LINE-1]]:10: warning: 's' dies when this function returns; 'run' uses it later as its object [coro-dangling-this]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-8]]:9: note: the object is used here, once the task is awaited
  // CHECK: :[[@LINE-4]]:10: note: await the task while the object is alive, or make the coroutine a function that takes the object by value
}

