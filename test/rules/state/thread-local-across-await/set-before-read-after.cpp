// RUN: %check_rule %s coro-thread-local-across-await
// A thread_local that is set before a suspension and used after it.

#include "lazy.h"
#include <string>

thread_local int request_id;
thread_local std::string request_name;
thread_local int depth;
thread_local int *parent;

lib::task<void> work();
void log(int id);
void log(const std::string &name);

lib::task<void> handle(int id) {
  request_id = id;
  co_await work();
  log(request_id);
  // CHECK: :[[@LINE-1]]:7: warning: the thread_local 'request_id' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:7: note: keep the value in a variable of the coroutine
}

lib::task<void> named(std::string name) {
  request_name = std::move(name);
  co_await work();
  log(request_name);
  // CHECK: :[[@LINE-1]]:3: warning: the thread_local 'request_name' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:3: note: keep the value in a variable of the coroutine
}

lib::task<void> counted() {
  ++depth;
  co_await work();
  --depth;
  // CHECK: :[[@LINE-1]]:3: warning: the thread_local 'depth' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:3: note: keep the value in a variable of the coroutine
}

lib::task<void> restored(int *mine) {
  int *before = parent;
  parent = mine;
  co_await work();
  parent = before;
  // CHECK: :[[@LINE-1]]:3: warning: the thread_local 'parent' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:3: note: keep the value in a variable of the coroutine
}

lib::task<void> cleared(int *mine) {
  parent = mine;
  co_await work();
  parent = nullptr;
  // CHECK: :[[@LINE-1]]:3: warning: the thread_local 'parent' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:3: note: keep the value in a variable of the coroutine
}
