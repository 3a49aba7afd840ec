// RUN: %check_rule %s coro-lock-across-await
// Where a coroutine is always resumed on its own thread, a lock that is held
// does not change hands; it stops that thread.

#include <coroutine>
#include <mutex>
#include <utility>

namespace kj {
template <class T> class Promise {
public:
  struct promise_type {
    Promise get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_value(T value);
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace kj

kj::Promise<int> fetch(int id);
std::mutex cache_mutex;
int cached;

// Found: the next one that wants the lock waits for ever.
kj::Promise<int> refresh(int id) {
  std::lock_guard lock(cache_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; the next one that locks it stops the thread that both need [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:12: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  cached = co_await fetch(id);
  co_return cached;
}

// Not found: held between the suspensions only.
kj::Promise<int> refresh_well(int id) {
  int fresh = co_await fetch(id);
  std::lock_guard lock(cache_mutex);
  cached = fresh;
  co_return fresh;
}
