// RUN: %check_rule %s coro-discarded-task
// Tasks in containers that somebody takes out again.

#include "lazy.h"
#include <deque>
#include <utility>
#include <vector>

lib::task<void> notify(int user);
lib::task<void> when_all(std::vector<lib::task<void>> all);
void keep(std::vector<lib::task<void>> &all);

lib::task<void> one_by_one() {
  std::vector<lib::task<void>> pending;
  pending.push_back(notify(1));
  for (auto &each : pending)
    co_await each;
}

lib::task<void> first_in_first_out() {
  std::deque<lib::task<void>> pending;
  pending.push_back(notify(1));
  while (!pending.empty()) {
    co_await std::move(pending.front());
    pending.pop_front();
  }
}

lib::task<void> together() {
  std::vector<lib::task<void>> pending;
  pending.push_back(notify(1));
  pending.push_back(notify(2));
  co_await when_all(std::move(pending));
}

std::vector<lib::task<void>> returned() {
  std::vector<lib::task<void>> pending;
  pending.push_back(notify(1));
  return pending;
}

void lent() {
  std::vector<lib::task<void>> pending;
  pending.push_back(notify(1));
  keep(pending);
}

auto captured() {
  std::vector<lib::task<void>> pending;
  pending.push_back(notify(1));
  return [pending = std::move(pending)]() mutable { return pending.size(); };
}

void empty() { std::vector<lib::task<void>> pending; }

// CHECK-NONE
