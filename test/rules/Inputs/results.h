// The results of a library, and its when_all, which hands them back.
#ifndef INPUTS_RESULTS_H
#define INPUTS_RESULTS_H

#include <coroutine>
#include <tuple>
#include <utility>
#include <vector>

namespace concurrencpp {

template <class T> class result {
public:
  struct promise_type {
    result get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_value(T value);
  };
  result(result &&other) noexcept;
  result &operator=(result &&other) noexcept;
  explicit operator bool() const noexcept;
  T get();
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  T await_resume();
};

template <class T> class lazy_result {
public:
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  T await_resume();
};

template <class T> struct when_any_result {
  std::size_t index;
  std::vector<T> results;
};

template <class... Results>
lazy_result<std::tuple<Results...>> when_all(Results &&...results);
template <class T>
lazy_result<std::vector<result<T>>> when_all(std::vector<result<T>> results);
template <class T>
lazy_result<when_any_result<result<T>>>
when_any(std::vector<result<T>> results);

namespace tests {
template <class T, class Consumer>
void each(std::vector<result<T>> all, Consumer &&consumer) {
  for (std::size_t i = 0; i < all.size(); ++i)
    consumer(std::move(all[i]));
}
} // namespace tests

} // namespace concurrencpp

#endif
