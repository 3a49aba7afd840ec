// RUN: %check_rule %s coro-dangling-lambda-capture
// The closure lives until an atomic object tells that the task is done.

#include "executor.h"
#include <atomic>

lib::task<void> tick();
void print(int value);

void waits(lib::pool &pool) {
  int value = 3;
  std::atomic<int> running{1};
  auto work = [&]() -> lib::task<void> {
    co_await tick();
    print(value);
    running--;
  };
  pool.spawn(work());
  while (running.load())
    ;
}

void leaves(lib::pool &pool, int &value) {
  auto work = [&]() -> lib::task<void> {
  // CHECK: :[[@LINE-1]]:15: warning: this lambda is a coroutine and its capture 'value' lives in the lambda object, which dies at the end of its scope [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+7]]:14: note: its task is made here
  // CHECK: :[[@LINE+6]]:8: note: the task is started by 'spawn'
  // CHECK: :[[@LINE+3]]:11: note: 'value' is used here, once the task is awaited
  // CHECK: :[[@LINE-5]]:15: note: pass 'value' as a parameter; parameters are kept in the coroutine
    co_await tick();
    print(value);
  };
  pool.spawn(work());
}

