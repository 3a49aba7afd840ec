// RUN: %check_rule %s coro-discarded-task
// Functions that take a lazy task by value and let it die.

#include "lazy.h"
#include <utility>
#include <vector>

lib::task<void> notify(int user);
void run(lib::task<void> work);
void log(int count);

// Found: it never looks at it.
void count(lib::task<void> work, int &started) { ++started; }
// CHECK: :[[@LINE-1]]:28: warning: task 'work' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:28: note: hand it to a function that runs or spawns it, or return it

// Found: it only moves it from hand to hand.
void keep(lib::task<void> work) {
  auto kept = std::move(work);
  // CHECK: :[[@LINE-1]]:8: warning: task 'kept' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: hand it to a function that runs or spawns it, or return it
  log(1);
}

// Found: it dies with the container.
void collect(lib::task<void> work) {
  std::vector<lib::task<void>> all;
  // CHECK: :[[@LINE-1]]:32: warning: the tasks in 'all' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE+2]]:7: note: put in here
  // CHECK: :[[@LINE-3]]:32: note: hand them to a function that runs or spawns them, or return them
  all.push_back(std::move(work));
}

// Found: so does a local task that is only moved.
lib::task<void> renamed() {
  auto first = notify(1);
  auto second = std::move(first);
  // CHECK: :[[@LINE-1]]:8: warning: task 'second' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Silent: it runs it, now or later.
void hand_on(lib::task<void> work) { run(std::move(work)); }
lib::task<void> wrap(lib::task<void> work) { co_await std::move(work); }
lib::task<void> wrap_later(lib::task<void> work) {
  auto kept = std::move(work);
  co_await std::move(kept);
}
lib::task<void> pass_through(lib::task<void> work) { return work; }

// Silent: it may refuse work.
void start(lib::task<void> work, bool open) {
  if (!open)
    return;
  run(std::move(work));
}

// Silent: its author says that he does not need it.
void drop(lib::task<void>) {}
void drop_named([[maybe_unused]] lib::task<void> work) {}
void drop_by_cast(lib::task<void> work) { (void)work; }

// Silent: another implementation of the interface runs it.
struct executor {
  virtual void post(lib::task<void> work) = 0;
};
struct closed_executor : executor {
  void post(lib::task<void> work) override { log(0); }
};

// Silent: the caller keeps what is only lent.
void look(lib::task<void> &work) { log(1); }
void may_take(lib::task<void> &&work) { log(1); }

// Silent: whatever its type is.
template <typename T> void ignore(T work) { log(1); }
template void ignore(lib::task<void> work);
