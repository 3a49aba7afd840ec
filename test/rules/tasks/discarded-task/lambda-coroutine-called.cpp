// RUN: %check_rule %s coro-discarded-task
// A lambda coroutine that is called on the spot.

#include "lazy.h"

lib::task<void> save(int id);

// Found: its task is dropped. The closure and the task die together.
lib::task<void> handle(int id) {
  [](int number) -> lib::task<void> { co_await save(number); }(id);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by the lambda is dropped; it is lazy, so the lambda never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: inside of a lambda that is no coroutine.
void on_change(int id) {
  auto store = [id] { save(id); };
  // CHECK: :[[@LINE-1]]:23: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:23: note: hand it to a function that runs or spawns it, or return it
  store();
}

// Found: a generic lambda, once.
const auto store_any = [](auto id) -> lib::task<void> {
  save(static_cast<int>(id));
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
};
lib::task<void> store_two() {
  co_await store_any(1);
  co_await store_any(2L);
}

// Not found.
lib::task<void> handle_well(int id) {
  auto work = [](int number) -> lib::task<void> { co_await save(number); };
  co_await work(id);
}
