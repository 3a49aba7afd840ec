// RUN: %check_rule %s coro-discarded-task
// At the place where the macro is used.

#include "lazy.h"

lib::task<void> log(const char *text);
#define LOG(text) log(text)
#define LOG_AND_WAIT(text) co_await log(text)

// Found.
lib::task<void> run() {
  LOG("started");
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'log' is dropped; it is lazy, so 'log' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-7]]:19: note: expanded from macro 'LOG'
  // CHECK: :[[@LINE-3]]:3: note: co_await it, return it, or hand it to a function that spawns it
  LOG_AND_WAIT("done");
}
