// async_simple's Lazy, and the sleep of yalantinglibs.
#ifndef RECALL_ASYNC_SIMPLE_H
#define RECALL_ASYNC_SIMPLE_H

#include "lazy_base.h"
#include <chrono>

namespace async_simple::coro {
/// start() runs it on by itself, on the thread that calls it first.
RECALL_LAZY_TASK(Lazy, template <class Done> void start(Done && /*done*/){});
struct Yield {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}
};
template <class T> T syncAwait(Lazy<T> &&lazy);
} // namespace async_simple::coro

namespace coro_io {
async_simple::coro::Lazy<void> sleep_for(std::chrono::milliseconds time);
}

#endif
