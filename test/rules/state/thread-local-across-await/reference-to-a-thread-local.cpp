// RUN: %check_rule %s coro-thread-local-across-await
// References, pointers and iterators to thread_local variables.

#include "lazy.h"
#include <memory>
#include <string>
#include <vector>

struct context {
  int depth = 0;
  std::string name;
};

thread_local context current;
thread_local std::vector<int> scratch;
thread_local std::unique_ptr<context> owned;

lib::task<void> work();

context &here() { return current; }
context *here_pointer() {
  static thread_local context mine;
  return &mine;
}

lib::task<void> by_reference() {
  context &now = current;
  // CHECK: :[[@LINE-1]]:12: warning: 'now' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:12: note: ask for 'current' again after the suspension, or copy what is needed
  co_await work();
  ++now.depth;
}

lib::task<void> by_pointer() {
  context *now = &current;
  // CHECK: :[[@LINE-1]]:12: warning: 'now' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:12: note: ask for 'current' again after the suspension, or copy what is needed
  co_await work();
  ++now->depth;
}

lib::task<void> of_a_member() {
  auto &name = current.name;
  // CHECK: :[[@LINE-1]]:9: warning: 'name' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:9: note: ask for 'current' again after the suspension, or copy what is needed
  co_await work();
  name = "done";
}

lib::task<void> by_iterator() {
  for (auto it = scratch.begin(); it != scratch.end(); ++it)
  // CHECK: :[[@LINE-1]]:13: warning: 'it' refers to the thread_local 'scratch' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:35: note: used here afterwards
  // CHECK: :[[@LINE-4]]:13: note: ask for 'scratch' again after the suspension, or copy what is needed
    co_await work();
}

lib::task<void> by_function() {
  auto &now = here();
  // CHECK: :[[@LINE-1]]:9: warning: 'now' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:9: note: ask for 'current' again after the suspension, or copy what is needed
  co_await work();
  ++now.depth;
}

lib::task<void> by_function_of_a_static() {
  auto *now = here_pointer();
  // CHECK: :[[@LINE-1]]:9: warning: 'now' refers to the thread_local 'mine' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:9: note: ask for 'mine' again after the suspension, or copy what is needed
  co_await work();
  ++now->depth;
}

lib::task<void> of_what_it_owns() {
  auto &now = *owned;
  // CHECK: :[[@LINE-1]]:9: warning: 'now' refers to the thread_local 'owned' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:9: note: ask for 'owned' again after the suspension, or copy what is needed
  co_await work();
  ++now.depth;
}
