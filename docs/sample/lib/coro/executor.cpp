#include "coro/executor.h"

#include <cstdio>

namespace coro {

struct executor::spawned {
  struct promise_type {
    spawned get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { std::terminate(); }
  };
};

executor::executor(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i)
    threads_.emplace_back([this] { work(); });
}

executor::~executor() {
  wait_idle();
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  for (std::thread &thread : threads_)
    thread.join();
}

executor::spawned executor::run(task<> work) {
  try {
    co_await schedule();
    co_await std::move(work);
  } catch (const std::exception &error) {
    std::fprintf(stderr, "a task failed: %s\n", error.what());
  }
  task_done();
}

void executor::spawn(task<> work) {
  task_started();
  run(std::move(work));
}

void executor::wait_idle() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return living_ == 0; });
}

void executor::resume_at(time_point when, std::coroutine_handle<> waiter) {
  {
    std::lock_guard lock(mutex_);
    waiting_.emplace(when, waiter);
  }
  changed_.notify_all();
}

void executor::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    if (waiting_.empty()) {
      if (closing_)
        return;
      changed_.wait(lock);
      continue;
    }
    auto first = waiting_.begin();
    if (first->first > std::chrono::steady_clock::now()) {
      changed_.wait_until(lock, time_point(first->first));
      continue;
    }
    std::coroutine_handle<> next = first->second;
    waiting_.erase(first);
    lock.unlock();
    next.resume();
    lock.lock();
  }
}

void executor::task_started() {
  std::lock_guard lock(mutex_);
  ++living_;
}

void executor::task_done() {
  std::lock_guard lock(mutex_);
  --living_;
  changed_.notify_all();
}

} // namespace coro
