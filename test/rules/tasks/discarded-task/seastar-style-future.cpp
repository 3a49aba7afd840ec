// RUN: %check_rule %s coro-discarded-task
// An eager future whose promise is found by std::coroutine_traits, and which
// is also used without coroutines, by continuations.

#include <coroutine>

class [[nodiscard]] future {
public:
  struct awaiter {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    void await_resume() {}
  };
  template <class F> future then(F) { return {}; }
  template <class F> future finally(F) { return {}; }
  friend awaiter operator co_await(future);
};

struct future_promise {
  future get_return_object();
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  void return_void() {}
};
template <class... Arguments>
struct std::coroutine_traits<future, Arguments...> {
  using promise_type = future_promise;
};

future flush(int file);
void log_end();

// Found twice: nobody waits for the future, nor for the end of the chain.
future close_all() {
  flush(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'flush' is dropped; 'flush' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  flush(2).then(log_end);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'then' is dropped; its work runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_await flush(3);
}

// Not found: (void) is how such a future is left alone on purpose.
future close_well() {
  (void)flush(1);
  (void)flush(2).then(log_end).finally(log_end);
  co_await flush(3).then(log_end);
}
future close_by_chain() {
  return flush(1).then([] { return flush(2); });
}
