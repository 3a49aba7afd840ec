// RUN: %check_rule %s coro-deadlock
// The pointer may lead to another mutex by then.

#include "async_mutex.h"
#include "lazy.h"

struct node {
  lib::async_mutex mutex;
  node *next;
};

lib::task<void> hand_over_hand(node *at) {
  while (at) {
    auto guard = co_await at->mutex.scoped_lock();
    at = at->next;
    auto next = co_await at->mutex.scoped_lock();
  }
}

lib::task<void> of_the_next(node &first) {
  auto guard = co_await first.next->mutex.scoped_lock();
  first.next = first.next->next;
  auto next = co_await first.next->mutex.scoped_lock();
}

// CHECK-NONE
