// RUN: %check_rule %s coro-lock-across-await
// An awaiter is given the guard or the mutex and unlocks it in await_suspend.

#include "lazy.h"
#include <mutex>

void enqueue(std::coroutine_handle<> waiter);

template <class Lock> struct wait_operation {
  Lock &lock;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    enqueue(waiter);
    lock.unlock();
  }
  void await_resume() { lock.lock(); }
};

template <class Lock> wait_operation<Lock> wait(Lock &lock) { return {lock}; }

std::mutex gate_mutex;
bool open;

lib::task<void> pass_in_braces() {
  std::unique_lock lock(gate_mutex);
  while (!open)
    co_await wait_operation<std::unique_lock<std::mutex>>{lock};
}

lib::task<void> pass_by_call() {
  std::unique_lock lock(gate_mutex);
  while (!open)
    co_await wait(lock);
}

lib::task<void> pass_with_mutex() {
  gate_mutex.lock();
  while (!open)
    co_await wait(gate_mutex);
  gate_mutex.unlock();
}
// CHECK-NONE
