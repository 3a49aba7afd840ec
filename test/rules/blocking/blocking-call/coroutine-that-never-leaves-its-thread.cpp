// RUN: %check_rule %s coro-blocking-call
// co_await as a shorthand for "return early on error": no executor is near.

#include <coroutine>
#include <fstream>
#include <optional>
#include <utility>

template <class T> class maybe {
public:
  struct promise_type {
    std::optional<T> *slot;
    struct result {
      std::optional<T> value;
      explicit result(promise_type &promise) { promise.slot = &value; }
      operator maybe() { return maybe(std::move(value)); }
    };
    result get_return_object() { return result(*this); }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_value(T value) { *slot = std::move(value); }
    void unhandled_exception() { throw; }
  };

  explicit maybe(std::optional<T> value) : value_(std::move(value)) {}
  bool await_ready() const { return value_.has_value(); }
  // The caller gets its empty result; this coroutine ends here.
  void await_suspend(std::coroutine_handle<> self) { self.destroy(); }
  T await_resume() { return *std::move(value_); }

private:
  std::optional<T> value_;
};

maybe<int> parse(std::istream &in);

maybe<int> read_port() {
  std::ifstream in("port");
  int port = co_await parse(in);
  co_return port;
}
// CHECK-NONE
