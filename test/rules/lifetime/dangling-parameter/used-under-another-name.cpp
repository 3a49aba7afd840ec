// RUN: %check_rule %s coro-dangling-parameter
// References, members and loops that lead to the parameter count as it.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <vector>

struct request {
  std::string name;
  std::vector<std::string> headers;
};
lib::job<> by_reference(const request &r) {
  const std::string &name = r.name;
  co_await tick();
  print(name);
}
lib::job<> in_a_loop(const request &r) {
  for (const std::string &header : r.headers) {
    print(header);
    co_await tick();
  }
}
lib::job<> by_a_lambda(const request &r) {
  auto show = [&] { print(r.name); };
  co_await tick();
  show();
  [&r] { print(r.name); }();
}

void start() {
  by_reference(request{"a", {}});
  // CHECK: :[[@LINE-1]]:16: warning: 'r' of 'by_reference' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE-20]]:3: note: 'by_reference' suspends here
  // CHECK: :[[@LINE-20]]:9: note: 'r' is used here afterwards
  // CHECK: :[[@LINE-24]]:40: note: take 'r' by value, or await the task where the argument is made
  in_a_loop(request{"a", {}});
  // CHECK: :[[@LINE-1]]:13: warning: 'r' of 'in_a_loop' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE-20]]:5: note: 'in_a_loop' suspends here
  // CHECK: :[[@LINE-23]]:34: note: 'r' is used here afterwards
  // CHECK: :[[@LINE-25]]:37: note: take 'r' by value, or await the task where the argument is made
  by_a_lambda(request{"a", {}});
  // CHECK: :[[@LINE-1]]:15: warning: 'r' of 'by_a_lambda' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE-21]]:3: note: 'by_a_lambda' suspends here
  // CHECK: :[[@LINE-20]]:3: note: 'r' is used here afterwards
  // CHECK: :[[@LINE-25]]:39: note: take 'r' by value, or await the task where the argument is made
}

