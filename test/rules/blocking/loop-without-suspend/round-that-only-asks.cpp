// RUN: %check_rule %s coro-loop-without-suspend
// The loop suspends, but not in a round that finds nothing.

#include "lazy.h"
#include <atomic>
#include <optional>

struct queue {
  std::optional<int> try_pop();
};
lib::task<void> handle(int item);
std::atomic<bool> paused;

lib::task<void> consume(queue &items) {
  while (true) {
    auto item = items.try_pop();
    if (!item)
      continue;
      // CHECK: :[[@LINE-1]]:7: warning: without a suspension the loop asks for 'items' again; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
      // CHECK: :[[@LINE-4]]:17: note: asked again and again
      // CHECK: :[[@LINE-3]]:7: note: co_await what tells of the change, or something that lets other tasks run
    co_await handle(*item);
  }
}

lib::task<void> consume_more(queue &items) {
  for (;;) {
    if (paused.load())
      continue;
      // CHECK: :[[@LINE-1]]:7: warning: without a suspension the loop asks for 'paused' again; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
      // CHECK: :[[@LINE-3]]:9: note: asked again and again
      // CHECK: :[[@LINE-3]]:7: note: co_await what tells of the change, or something that lets other tasks run
    auto item = items.try_pop();
    if (!item.has_value()) {
      continue;
    }
    co_await handle(item.value());
  }
}

