// RUN: %check_rule %s coro-thread-local-across-await
// A coroutine of a class template, told once.

#include "lazy.h"

template <class T> struct store {
  static thread_local T value;
  lib::task<void> keep(T next) {
    T &mine = value;
    co_await wait();
    mine = next;
  }
  lib::task<void> wait();
};

lib::task<void> both(store<int> &first, store<long> &second) {
  co_await first.keep(1);
  co_await second.keep(2);
}
