// RUN: %check_rule %s coro-dangling-parameter
// Whoever calls a fire-and-forget coroutine cannot keep its argument.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::detached log(const std::string &name) {
// CHECK: :[[@LINE-1]]:38: warning: 'name' is used after 'log' has suspended, and nobody can wait for its end; the caller's argument may be gone [coro-dangling-parameter]
// CHECK: :[[@LINE+3]]:3: note: suspends here
// CHECK: :[[@LINE+3]]:9: note: 'name' is used here afterwards
// CHECK: :[[@LINE-4]]:38: note: take 'name' by value
  co_await tick();
  print(name);
}
lib::detached log_view(std::string_view name) {
// CHECK: :[[@LINE-1]]:41: warning: 'name' is used after 'log_view' has suspended, and nobody can wait for its end; the caller's argument may be gone [coro-dangling-parameter]
// CHECK: :[[@LINE+3]]:3: note: suspends here
// CHECK: :[[@LINE+3]]:9: note: 'name' is used here afterwards
// CHECK: :[[@LINE-4]]:41: note: take 'name' by value
  co_await tick();
  print(name);
}
lib::detached log_moved(std::string &&name) {
// CHECK: :[[@LINE-1]]:39: warning: 'name' is used after 'log_moved' has suspended, and nobody can wait for its end; the caller's argument may be gone [coro-dangling-parameter]
// CHECK: :[[@LINE+3]]:3: note: suspends here
// CHECK: :[[@LINE+3]]:9: note: 'name' is used here afterwards
// CHECK: :[[@LINE-4]]:39: note: take 'name' by value
  co_await tick();
  print(name);
}

