// RUN: %check_rule %s coro-task-reused
// Before a template is instantiated, nobody knows what a task of it does.

#include "lazy.h"

template <class Task> lib::task<void> twice(Task work) {
  co_await work;
  co_await work;
}

template <class T> lib::task<T> of_some_type(lib::task<T> work) {
  co_await work;
  co_return co_await work;
}

// CHECK-NONE
