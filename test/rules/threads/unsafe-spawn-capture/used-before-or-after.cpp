// RUN: %check_rule %s coro-unsafe-spawn-capture
// Used by both, but never at the same time, or by means that allow it.

#include "lazy.h"
#include <atomic>
#include <future>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

void print(int total);

void before_and_after() {
  int total = 1;
  ++total;
  std::thread worker([&total] { ++total; });
  worker.join();
  print(++total);
}

void at_once() {
  int total = 0;
  std::thread([&total] { ++total; }).join();
  print(total);
  print(std::async(std::launch::async, [&total] { return ++total; }).get());
  print(total);
}

void scope_joins() {
  std::vector<int> found;
  {
    std::jthread worker([&found] { found.push_back(1); });
  }
  print(found.size());
}

void both_read() {
  int limit = 3;
  std::thread worker([&limit] { print(limit); });
  print(limit);
  worker.join();
}

void under_a_mutex() {
  int total = 0;
  std::mutex total_mutex;
  std::thread worker([&] {
    std::lock_guard lock(total_mutex);
    ++total;
  });
  {
    std::lock_guard lock(total_mutex);
    ++total;
  }
  worker.join();
}

void told_by_others() {
  int total = 0;
  std::atomic<bool> ready = false;
  std::latch done(1);
  std::thread worker([&] {
    total = 1;
    ready = true;
    done.count_down();
  });
  done.wait();
  print(total);
  worker.join();
  std::thread other([&] {
    total = 2;
    ready = false;
  });
  while (ready.load()) {
  }
  print(total);
  other.join();
}

void atomic_and_copies() {
  std::atomic<int> total = 0;
  int own = 0;
  std::thread worker([&total, own]() mutable {
    ++total;
    ++own;
  });
  ++total;
  ++own;
  worker.join();
}

void different_parts(int *out) {
  int left = 0, right = 0;
  std::thread worker([&left] { left = 1; });
  right = 2;
  worker.join();
  *out = left + right;
}

template <class F> struct on_pool {
  F work;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    std::thread([this, h] { work(), h.resume(); }).detach();
  }
  void await_resume() {}
};
template <class F> on_pool(F) -> on_pool<F>;
lib::task<void> awaited() {
  int total = 0;
  co_await on_pool{[&total] { ++total; }};
  print(++total);
}

// CHECK-NONE
