// RUN: %check_rule %s coro-dangling-parameter
// A future that only the promise of its own framework knows how to await is no
// fire-and-forget coroutine.

#include <coroutine>
#include <exception>
#include <string>

namespace flow {
template <class T> class future;
template <class T> struct wait_for {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> caller);
  T await_resume();
};
template <class T> struct actor {
  future<T> get_return_object();
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  void return_value(T value);
  void unhandled_exception();
  template <class U> wait_for<U> await_transform(const future<U> &awaited);
};
template <class T> class future {
public:
  using promise_type = actor<T>;
  bool is_ready() const;
};

struct detached {
  struct promise_type {
    detached get_return_object();
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void();
    void unhandled_exception() { std::terminate(); }
    template <class U> wait_for<U> await_transform(const future<U> &awaited);
  };
};
} // namespace flow

flow::future<int> fetch();
void use(const std::string &name);

flow::future<int> load(const std::string &name) {
  int value = co_await fetch();
  use(name);
  co_return value;
}

flow::detached forget(const std::string &name) {
// CHECK: :[[@LINE-1]]:42: warning: 'name' is used after 'forget' has suspended, and nobody can wait for its end; the caller's argument may be gone [coro-dangling-parameter]
// CHECK: :[[@LINE+3]]:3: note: suspends here
// CHECK: :[[@LINE+3]]:7: note: 'name' is used here afterwards
// CHECK: :[[@LINE-4]]:42: note: take 'name' by value
  co_await fetch();
  use(name);
}

