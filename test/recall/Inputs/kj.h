// As much of KJ as the cases need: promises that start at once and stop when
// they are dropped, strings that own and strings that do not.
#ifndef RECALL_KJ_H
#define RECALL_KJ_H

#include <coroutine>
#include <cstddef>
#include <string>
#include <utility>

namespace kj {

class String;

class StringPtr {
public:
  StringPtr(const char *text);
  StringPtr(const String &text);
  const char *cStr() const;
  std::size_t size() const;

private:
  const char *begin_;
  std::size_t size_;
};

class String {
public:
  String(String &&) noexcept;
  ~String();
  const char *cStr() const;
  std::size_t size() const;

private:
  char *begin_;
  std::size_t size_;
};

template <class... A> String str(A &&...parts);

class Exception {
public:
  StringPtr getDescription() const;
};

template <class T> class [[nodiscard]] Promise {
public:
  struct promise_type;
  Promise(Promise &&) noexcept;
  ~Promise();
  template <class Func> Promise catch_(Func &&func);

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle);
  T await_resume();

private:
  Promise();
  void *node_ = nullptr;
};

template <class T> struct Promise<T>::promise_type {
  Promise get_return_object() { return {}; }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  void return_value(T value);
  void unhandled_exception();
};
template <> struct Promise<void>::promise_type {
  Promise get_return_object() { return {}; }
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  void return_void();
  void unhandled_exception();
};

class TaskSet {
public:
  void add(Promise<void> &&promise);
};

template <class Func> class Deferred {
public:
  explicit Deferred(Func func) : func_(std::move(func)) {}
  ~Deferred() noexcept(false) { func_(); }

private:
  Func func_;
};
template <class Func> Deferred<Func> defer(Func func) {
  return Deferred<Func>(std::move(func));
}

} // namespace kj

#define KJ_DEFER(code) auto kj_deferred = ::kj::defer([&]() { code; })

#endif
