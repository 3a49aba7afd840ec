// RUN: %check_rule %s coro-stale-reference-across-await
// Globals, and what a parameter or a shared handle leads to.

#include "lazy.h"
#include <memory>
#include <vector>

struct job {
  lib::task<void> run();
};

std::vector<job> jobs;

void add(job next) { jobs.push_back(next); }

lib::task<void> run_all() {
  for (auto &each : jobs)
  // CHECK: :[[@LINE-1]]:21: warning: 'jobs' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
  // CHECK: :[[@LINE-7]]:27: note: 'jobs' is changed here, in 'add'
  // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'jobs', or hold an async lock that its changes take, too
    co_await each.run();
}

struct queue {
  std::vector<job> waiting;
};

void put(queue &into, job next) { into.waiting.push_back(next); }

lib::task<void> by_reference(queue &from) {
  for (auto &each : from.waiting)
  // CHECK: :[[@LINE-1]]:26: warning: 'from.waiting' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
  // CHECK: :[[@LINE-7]]:48: note: 'from.waiting' is changed here, in 'put'
  // CHECK: :[[@LINE-5]]:26: note: loop over a copy of 'from.waiting', or hold an async lock that its changes take, too
    co_await each.run();
}

lib::task<void> by_handle(std::shared_ptr<queue> from) {
  for (auto &each : from->waiting)
  // CHECK: :[[@LINE-1]]:27: warning: 'from->waiting' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
  // CHECK: :[[@LINE-17]]:48: note: 'from->waiting' is changed here, in 'put'
  // CHECK: :[[@LINE-5]]:27: note: loop over a copy of 'from->waiting', or hold an async lock that its changes take, too
    co_await each.run();
}

// Silent: nobody else has it.
lib::task<void> by_owner(std::unique_ptr<queue> from) {
  for (auto &each : from->waiting)
    co_await each.run();
}

lib::task<void> own() {
  queue mine;
  put(mine, {});
  for (auto &each : mine.waiting)
    co_await each.run();
}
