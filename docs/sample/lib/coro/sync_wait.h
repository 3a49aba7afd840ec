// Runs a task from code that is no coroutine, such as main.

#ifndef CORO_SYNC_WAIT_H
#define CORO_SYNC_WAIT_H

#include "coro/task.h"

#include <future>
#include <type_traits>

namespace coro {

namespace detail {

struct sync_runner {
  struct promise_type {
    sync_runner get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};

template <class T> sync_runner run_for(task<T> work, std::promise<T> result) {
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(work);
      result.set_value();
    } else {
      result.set_value(co_await std::move(work));
    }
  } catch (...) {
    result.set_exception(std::current_exception());
  }
}

} // namespace detail

/// Blocks the calling thread until \p work is done.
template <class T> T sync_wait(task<T> work) {
  std::promise<T> promise;
  std::future<T> result = promise.get_future();
  detail::run_for(std::move(work), std::move(promise));
  return result.get();
}

} // namespace coro

#endif
