// Threads that run tasks, and a clock that wakes them.

#ifndef CORO_EXECUTOR_H
#define CORO_EXECUTOR_H

#include "coro/annotations.h"
#include "coro/task.h"

#include <chrono>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace coro {

class executor {
public:
  explicit executor(unsigned threads);
  ~executor();

  executor(const executor &) = delete;
  executor &operator=(const executor &) = delete;

  /// Starts \p work on one of the threads; nobody waits for it.
  void spawn(CORO_SPAWNS task<> work);
  /// Blocks the calling thread until every spawned task is done.
  void wait_idle();

  /// co_await it to continue on one of the threads after \p length.
  auto sleep_for(std::chrono::milliseconds length) {
    struct awaiter {
      executor &on;
      std::chrono::milliseconds length;

      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> waiter) const {
        on.resume_at(std::chrono::steady_clock::now() + length, waiter);
      }
      void await_resume() const noexcept {}
    };
    return awaiter{*this, length};
  }

  /// co_await it to continue on one of the threads.
  auto schedule() { return sleep_for(std::chrono::milliseconds(0)); }

private:
  using time_point = std::chrono::steady_clock::time_point;

  void resume_at(time_point when, std::coroutine_handle<> waiter);
  void work();
  void task_started();
  void task_done();
  struct spawned;
  spawned run(task<> work);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<time_point, std::coroutine_handle<>> waiting_;
  unsigned living_ = 0;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

} // namespace coro

#endif
