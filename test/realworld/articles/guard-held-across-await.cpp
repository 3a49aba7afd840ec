// RUN: %check_rule %s 'coro-*' -- -I%root/runtime/include
// The lock of a std::mutex is the thread's, and a task that was suspended may
// go on on another one.

#include "corolint/rt/cancel.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

struct counter {
  std::mutex thread_mutex;
  rt::mutex task_mutex;
  rt::guarded<int> guarded{0};
  int value = 0;
};

// Wrong.
rt::task<> increments_wrongly(counter &of) {
  const std::lock_guard held(of.thread_mutex);
  // CHECK: :[[@LINE-1]]:25: warning: 'held' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'held' is held
  // CHECK: :[[@LINE-3]]:25: note: close the scope of 'held' before the suspension, or use a mutex whose lock is awaited
  co_await rt::sleep_for(1ms);
  ++of.value;
}

// Right: the lock is let go before.
rt::task<> increments_before(counter &of) {
  {
    const std::lock_guard held(of.thread_mutex);
    ++of.value;
  }
  co_await rt::sleep_for(1ms);
}

// Right: the lock is the task's.
rt::task<> increments(counter &of) {
  const auto held = co_await of.task_mutex.lock();
  co_await rt::sleep_for(1ms);
  ++of.value;
}

// Right: there is no way to the value but by its lock.
rt::task<> increments_guarded(counter &of) {
  auto value = co_await of.guarded.lock();
  co_await rt::sleep_for(1ms);
  ++*value;
}

// Right: this co_await never suspends.
rt::task<bool> asks(counter &of) {
  const std::lock_guard held(of.thread_mutex);
  co_return co_await rt::stop_requested();
}
