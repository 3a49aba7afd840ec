// FoundationDB's Future as a coroutine: starts at once, is stopped when the
// last copy of it is gone.
#ifndef RECALL_FLOW_H
#define RECALL_FLOW_H

#include <coroutine>
#include <memory>

struct Void {};

template <class T> class Future {
public:
  struct promise_type;
  Future(const T &value);
  bool isReady() const;
  void cancel();

  bool await_ready() const { return isReady(); }
  void await_suspend(std::coroutine_handle<> handle) const;
  T await_resume() const;

private:
  struct state;
  explicit Future(std::shared_ptr<state> s);
  std::shared_ptr<state> state_;
};

template <class T> struct Future<T>::promise_type {
  Future get_return_object();
  std::suspend_never initial_suspend() const noexcept { return {}; }
  std::suspend_never final_suspend() const noexcept { return {}; }
  void return_void();
  void unhandled_exception();
};

#endif
