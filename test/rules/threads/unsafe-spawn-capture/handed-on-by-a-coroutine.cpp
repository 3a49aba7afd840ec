// RUN: %check_rule %s coro-unsafe-spawn-capture
// A coroutine that hands its callable on to other threads: the caller answers.

#include "executor.h"
#include <functional>

class [[clang::annotate("corolint::thread_bound")]] handle {
public:
  handle();
  handle(const handle &);
};
lib::task<void> next_turn();

lib::task<void> on_all(lib::pool &workers, std::function<void()> work) {
  for (int worker = 0; worker < 4; ++worker) {
    workers.post(work);
    co_await next_turn();
  }
}
lib::task<void> here(std::function<void()> work) {
  co_await next_turn();
  work();
}

// Found: each thread gets the handle.
lib::task<void> shares(lib::pool &workers, handle h) {
  co_await on_all(workers, [h] { (void)h; });
  // CHECK: :[[@LINE-1]]:29: warning: 'h' is copied into a task that another thread may run; 'handle' belongs to the thread that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:12: note: 'on_all' starts the task here
  // CHECK: :[[@LINE-3]]:29: note: use it on this thread only, and hand the task the plain values that it needs
}

// Not found: run on this thread; a plain value.
lib::task<void> keeps(lib::pool &workers, handle h, int id) {
  co_await here([h] { (void)h; });
  co_await on_all(workers, [id] { (void)id; });
}
