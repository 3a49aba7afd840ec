// The parts of Seastar's futures that the rules know by name.
#ifndef INPUTS_SEASTAR_FUTURE_H
#define INPUTS_SEASTAR_FUTURE_H

#include <coroutine>

namespace seastar {

template <class T> struct promise_result {
  void return_value(T value);
};
template <> struct promise_result<void> {
  void return_void();
};

template <class T = void> class future {
public:
  struct promise_type : promise_result<T> {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  template <class F> future then(F) { return future(); }
};

namespace coroutine {
template <class F> struct lambda {
  lambda(F) {}
  future<> operator()() const { return future<>(); }
};
} // namespace coroutine

} // namespace seastar

#endif
