// RUN: %check_rule %s coro-dangling-parameter
// A parameter that is passed on to a coroutine that is awaited is needed until
// that one is done.

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

lib::job<> passes_on(const std::string &name) { co_await load(name); }
lib::job<> passes_on_in_time(const std::string &name) {
  co_await load_at_once(name);
}
lib::job<> passes_a_copy_on(const std::string &name) {
  co_await load_copy(name);
}
lib::job<> passes_a_part_on(const std::string &name) {
  co_await load(name.substr(1));
}

lib::job<> runs() { return passes_on("first"); }
// CHECK: :[[@LINE-1]]:38: warning: 'name' of 'passes_on' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
// CHECK: :[[@LINE-2]]:21: note: the task is returned here
// CHECK: :[[@LINE-26]]:3: note: 'load' suspends here
// CHECK: :[[@LINE-26]]:9: note: 'name' is used here afterwards
// CHECK: :[[@LINE-16]]:41: note: take 'name' by value, or await the task where the argument is made

lib::job<> runs_what_does_not_need_it() {
  auto a = passes_on_in_time("first");
  auto b = passes_a_copy_on("second");
  auto c = passes_a_part_on("third");
  co_await passes_on("fourth");
  co_await a;
  co_await b;
  co_await c;
}
