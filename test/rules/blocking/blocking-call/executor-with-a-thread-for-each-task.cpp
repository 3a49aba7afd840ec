// RUN: %check_rule %s coro-blocking-call
// An executor that starts a thread for each task is there for what blocks.

#include <coroutine>
#include <memory>
#include <unistd.h>

namespace concurrencpp {
struct executor_tag {};
class thread_executor {};
class thread_pool_executor {};
template <class T> class result {
public:
  struct promise_type {
    result get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_value(T value);
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace concurrencpp

// Found: the tasks of a pool share its threads.
concurrencpp::result<int> in_a_pool(concurrencpp::executor_tag,
                                    concurrencpp::thread_pool_executor *) {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-5]]:27: note: 'in_a_pool' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return 1;
}

// Not found.
concurrencpp::result<int>
on_its_own_thread(concurrencpp::executor_tag,
                  std::shared_ptr<concurrencpp::thread_executor>) {
  sleep(1);
  co_return 1;
}
concurrencpp::result<int> by_reference(concurrencpp::executor_tag,
                                       concurrencpp::thread_executor &) {
  sleep(1);
  co_return 1;
}
