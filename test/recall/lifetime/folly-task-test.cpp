// Repository: facebook/folly
// Fixed in: 59277b687a678e389b435a17981c879a40c3091c
// Two tests called a lambda that captures on the spot and ran the task in a
// later statement; one began it at once, which does not help.

#include "folly.h"

using folly::coro::Task;

void future_roundtrip() {
  auto task = []() -> Task<void> { co_return; }();
  auto semi = std::move(task).semi();
  auto second = [&]() -> Task<void> { // BUG: coro-dangling-lambda-capture
    co_await std::move(semi);
  }();
  folly::coro::blockingWait(std::move(second));
}

Task<void> start_inline_unsafe() {
  auto executor = co_await folly::coro::co_current_executor;
  bool has_started = false;
  bool has_finished = false;
  auto sf = [&]() -> Task<void> { // BUG: coro-dangling-lambda-capture
    has_started = true;
    co_await folly::coro::co_reschedule_on_current_executor;
    has_finished = true;
  }()
                         .scheduleOn(executor)
                         .startInlineUnsafe();
  if (has_started && !has_finished)
    co_await std::move(sf);
}
