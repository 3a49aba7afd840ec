// RUN: %check_rule %s coro-spawn-borrows-local
// The object is lent as an argument is.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

struct session {
  std::string name;
  lib::task<> run() {
    co_await tick();
    print(name);
  }
};
void start(lib::pool &pool) {
  session s{"x"};
  pool.spawn(s.run());
  // CHECK: :[[@LINE-1]]:14: warning: 's' is lent to a task that may still run when 's' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:8: note: the task is started by 'spawn'
  // CHECK: :[[@LINE-8]]:11: note: its object is used here, once the task is awaited
  // CHECK: :[[@LINE-5]]:11: note: wait for the task before the scope ends, or give it a copy of 's'
}

