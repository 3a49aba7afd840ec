// RUN: %check_rule %s coro-thread-local-across-await
// What is passed to the awaited function is looked at before the suspension.

#include "lazy.h"
#include <string>

thread_local std::string name;
lib::task<void> greet(std::string who);
int length(const std::string &text);
lib::task<void> wait(int time);

lib::task<void> all() {
  name = "me";
  co_await greet(name);
  name = "you";
  co_await wait(length(name));
}

// CHECK-NONE
