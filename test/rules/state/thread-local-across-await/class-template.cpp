// RUN: %check_rule %s coro-thread-local-across-await
// A coroutine of a class template, told once.

#include "lazy.h"

template <class T> struct store {
  static thread_local T value;
  lib::task<void> keep(T next) {
    T &mine = value;
    // CHECK: :[[@LINE-1]]:8: warning: 'mine' refers to the thread_local 'value' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
    // CHECK: :[[@LINE+3]]:5: note: suspends here
    // CHECK: :[[@LINE+3]]:5: note: used here afterwards
    // CHECK: :[[@LINE-4]]:8: note: ask for 'value' again after the suspension, or copy what is needed
    co_await wait();
    mine = next;
  }
  lib::task<void> wait();
};

lib::task<void> both(store<int> &first, store<long> &second) {
  co_await first.keep(1);
  co_await second.keep(2);
}
