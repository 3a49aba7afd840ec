// RUN: %check_rule %s coro-dangling-lambda-capture
// What a coroutine lends to another that it awaits is needed until that is
// done, though the first one does not use it again.

#include "eager.h"
#include <string>

lib::job<> tick();
void print(const std::string &text);

lib::job<> load(const std::string &name) {
  co_await tick();
  print(name);
}
lib::job<> load_at_once(const std::string &name) {
  print(name);
  co_await tick();
}
lib::job<> load_copy(std::string name) {
  co_await tick();
  print(name);
}

lib::job<> lends_a_copy(std::string name) {
  return [name]() -> lib::job<> { co_await load(name); }();
  // CHECK: :[[@LINE-1]]:10: warning: this lambda lends its capture 'name' to a coroutine, but the lambda dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-16]]:3: note: 'load' suspends here
  // CHECK: :[[@LINE-16]]:9: note: 'name' is used here afterwards
  // CHECK: :[[@LINE-5]]:10: note: pass 'name' as a parameter; parameters are kept in the coroutine
}

lib::job<> lends_a_reference(const std::string &name) {
  return [&name]() -> lib::job<> { co_await load(name); }();
}

lib::job<> is_used_in_time(std::string name) {
  return [name]() -> lib::job<> { co_await load_at_once(name); }();
}

lib::job<> gives_a_copy(std::string name) {
  return [name]() -> lib::job<> { co_await load_copy(name); }();
}

lib::job<> gives_a_part(std::string name) {
  return [name]() -> lib::job<> { co_await load(name.substr(1)); }();
}

lib::job<> awaits(std::string name) {
  co_await [name]() -> lib::job<> { co_await load(name); }();
}
