// RUN: %check_rule %s coro-dangling-this
// The object dies with the statement, its task does not.

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
lib::task<> wait_for() {
  auto work = session{1}.run();
  // CHECK: :[[@LINE-1]]:15: warning: the temporary dies at the end of this statement; 'run' uses it later as its object [coro-dangling-this]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'work'
  // CHECK: :[[@LINE-7]]:9: note: the object is used here, once the task is awaited
  // CHECK: :[[@LINE-4]]:15: note: await the task while the object is alive, or make the coroutine a function that takes the object by value
  co_await work;
}

