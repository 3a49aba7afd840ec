// RUN: %check_rule %s coro-discarded-task
// A class around a promise gives the promise's future: nothing stands behind it
// until somebody sets it.

#include <coroutine>

namespace seastar {
template <class T = void> class [[nodiscard]] future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_void();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
future<> now();
template <class T = void> class promise {
public:
  future<T> get_future();
};
} // namespace seastar

template <class T = void> class watched_promise {
public:
  seastar::future<T> get_future() { return promise_.get_future(); }

private:
  seastar::promise<T> promise_;
};

void hand_on(watched_promise<> &told);
seastar::future<> leaves_early(watched_promise<> &told, bool stopped) {
  auto decided = told.get_future();
  if (stopped)
    return seastar::now();
  hand_on(told);
  return decided;
}

// CHECK-NONE
