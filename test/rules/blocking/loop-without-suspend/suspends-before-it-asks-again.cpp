// RUN: %check_rule %s coro-loop-without-suspend
// Each round suspends, works, or takes what comes next.

#include "lazy.h"
#include <atomic>
#include <optional>
#include <vector>

struct queue {
  std::optional<int> try_pop();
  lib::task<int> pop();
};
lib::task<void> handle(int item);
lib::task<void> a_while();
void work();
std::atomic<bool> paused;

lib::task<void> polls(queue &items) {
  while (true) {
    auto item = items.try_pop();
    if (!item) {
      co_await a_while();
      continue;
    }
    co_await handle(*item);
  }
}

lib::task<void> waits(queue &items) {
  while (true) {
    auto item = co_await items.pop();
    if (paused.load())
      continue;
    co_await handle(item);
  }
}

lib::task<void> works_first(queue &items) {
  while (true) {
    work();
    if (paused.load())
      continue;
    co_await a_while();
  }
}

lib::task<void> over_data(const std::vector<int> &data) {
  for (int each : data) {
    if (paused.load())
      continue;
    co_await handle(each);
  }
  for (unsigned i = 0; i != data.size(); ++i) {
    if (paused.load())
      continue;
    co_await handle(data[i]);
  }
}

// CHECK-NONE
