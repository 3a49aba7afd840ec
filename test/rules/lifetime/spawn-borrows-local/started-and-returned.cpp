// RUN: %check_rule %s coro-spawn-borrows-local
// To return the handle of what was started makes the caller wait, too late for
// the variables of the function.

#include "lazy.h"

void use(int id);
lib::task<> end_of_work();
template <class F>
lib::task<> run_elsewhere([[clang::annotate("corolint::spawns")]] F work) {
  return end_of_work();
}
template <class F>
int run_and_count([[clang::annotate("corolint::spawns")]] F work) {
  return 0;
}

lib::task<> returns() {
  int id = 1;
  return run_elsewhere([&id] { use(id); });
  // CHECK: :[[@LINE-1]]:26: warning: 'id' is lent to a task that may still run when 'id' dies when this function returns [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-3]]:36: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
}

lib::task<> copies() {
  int id = 1;
  return run_elsewhere([id] { use(id); });
}

lib::task<> of_the_caller(int &id) {
  return run_elsewhere([&id] { use(id); });
}

lib::task<> awaits() {
  int id = 1;
  co_await run_elsewhere([&id] { use(id); });
}

int returns_a_result() {
  int id = 1;
  return run_and_count([&id] { use(id); });
}
