// task<T>: the return type of a coroutine that runs when it is awaited.

#ifndef COROLINT_RT_TASK_HPP
#define COROLINT_RT_TASK_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/frame_pool.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/observed.hpp"
#include <concepts>
#include <coroutine>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace corolint::rt {

template <class T = void> class task;

/// Thrown by `co_await` of a task that was awaited, spawned or moved before.
class task_consumed : public std::logic_error {
public:
  task_consumed()
      : std::logic_error("corolint::rt: this task was awaited, spawned or "
                         "moved away before") {}
};

namespace detail {

/// Throws task_consumed; a checked build reports it before.
[[noreturn]] void throw_consumed();

class promise_base : public pooled, public observed_frame {
public:
  struct final_awaiter {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> done) const noexcept {
      promise_base &promise = done.promise();
      if (promise.continuation) {
        promise.owner->set_innermost(promise.parent());
        return promise.continuation;
      }
      return promise.owner->end(false);
    }
    void await_resume() const noexcept {}
  };
  final_awaiter final_suspend() const noexcept { return {}; }

  std::coroutine_handle<> continuation; ///< null: the outermost of its job
  job *owner = nullptr;
};

/// What a coroutine ends with: a value or an exception.
template <class T> class outcome {
public:
  outcome() noexcept {}
  outcome(const outcome &) = delete;
  ~outcome() {
    if (state_ == state::value)
      std::destroy_at(std::addressof(value_));
    else if (state_ == state::failure)
      std::destroy_at(std::addressof(failure_));
  }

  template <class... From> void set_value(From &&...from) {
    ::new (static_cast<void *>(std::addressof(value_)))
        T(std::forward<From>(from)...);
    state_ = state::value;
  }
  void set_failure(std::exception_ptr failure) noexcept {
    ::new (static_cast<void *>(std::addressof(failure_)))
        std::exception_ptr(std::move(failure));
    state_ = state::failure;
  }
  /// Moves what \p from holds; what the move throws is held instead.
  void take_over(outcome &from) noexcept {
    if (from.state_ == state::failure) {
      set_failure(std::move(from.failure_));
    } else if (from.state_ == state::value) {
      try {
        set_value(std::move(from.value_));
      } catch (...) {
        set_failure(std::current_exception());
      }
    }
  }
  /// The exception, or null; also null after it was taken.
  std::exception_ptr failure() const noexcept {
    return state_ == state::failure ? failure_ : nullptr;
  }
  std::exception_ptr take_failure() noexcept {
    return state_ == state::failure ? std::exchange(failure_, nullptr)
                                    : nullptr;
  }
  bool has_value() const noexcept { return state_ == state::value; }
  /// The value where it is, or null.
  T *peek() noexcept { return has_value() ? std::addressof(value_) : nullptr; }

  /// Moves the value out, or throws what the coroutine threw.
  T take() {
    if (state_ == state::failure)
      std::rethrow_exception(take_failure());
    return std::move(value_);
  }

private:
  enum class state : unsigned char { none, value, failure } state_{};
  union {
    T value_;
    std::exception_ptr failure_;
  };
};

template <class T> class outcome<T &> {
public:
  void set_value(T &value) noexcept { value_ = std::addressof(value); }
  void set_failure(std::exception_ptr failure) noexcept {
    failure_ = std::move(failure);
  }
  void take_over(outcome &from) noexcept {
    value_ = from.value_;
    failure_ = std::move(from.failure_);
  }
  std::exception_ptr failure() const noexcept { return failure_; }
  std::exception_ptr take_failure() noexcept {
    return std::exchange(failure_, nullptr);
  }
  bool has_value() const noexcept { return value_ != nullptr; }
  T &take() {
    if (failure_)
      std::rethrow_exception(take_failure());
    return *value_;
  }

private:
  T *value_ = nullptr;
  std::exception_ptr failure_;
};

template <> class outcome<void> {
public:
  void set_value() noexcept {}
  void set_failure(std::exception_ptr failure) noexcept {
    failure_ = std::move(failure);
  }
  void take_over(outcome &from) noexcept {
    failure_ = std::move(from.failure_);
  }
  std::exception_ptr failure() const noexcept { return failure_; }
  std::exception_ptr take_failure() noexcept {
    return std::exchange(failure_, nullptr);
  }
  void take() {
    if (failure_)
      std::rethrow_exception(take_failure());
  }

private:
  std::exception_ptr failure_;
};

template <class T> class promise : public promise_base {
public:
  task<T> get_return_object(creation at = creation::here()) noexcept;
  template <class From = T>
    requires std::constructible_from<T, From>
  void return_value(From &&from) {
    result.set_value(std::forward<From>(from));
  }
  void unhandled_exception() noexcept {
    result.set_failure(std::current_exception());
  }

  outcome<T> result;
};

template <> class promise<void> : public promise_base {
public:
  task<void> get_return_object(creation at = creation::here()) noexcept;
  void return_void() noexcept { result.set_value(); }
  void unhandled_exception() noexcept {
    result.set_failure(std::current_exception());
  }

  outcome<void> result;
};

/// Owns a coroutine that has not begun, is suspended or is done.
template <class T> class frame {
public:
  using handle_type = std::coroutine_handle<promise<T>>;

  frame() = default;
  explicit frame(handle_type handle) noexcept : handle_(handle) {}
  frame(frame &&other) noexcept : handle_(std::exchange(other.handle_, {})) {}
  frame &operator=(frame &&other) noexcept {
    if (this != &other) {
      reset();
      handle_ = std::exchange(other.handle_, {});
    }
    return *this;
  }
  ~frame() { reset(); }

  void reset() noexcept {
    if (handle_type handle = std::exchange(handle_, {}))
      handle.destroy();
  }
  explicit operator bool() const noexcept { return static_cast<bool>(handle_); }
  handle_type handle() const noexcept { return handle_; }
  promise<T> &operator*() const noexcept { return handle_.promise(); }
  promise<T> *operator->() const noexcept { return &handle_.promise(); }

private:
  handle_type handle_;
};

/// The frame of \p from, which is empty afterwards.
template <class T> frame<T> release(task<T> &&from) noexcept;
/// The promise of \p of, or null if that is empty.
template <class T> const promise<T> *promise_of(const task<T> &of) noexcept;

} // namespace detail

/// A coroutine that runs when it is awaited, in the job of who awaits it.
///
/// Starts: when awaited, spawned or handed to a combinator. Dropped: never
/// runs. Resumes on: the thread on which its coroutine ends, without a queue.
/// Moves, does not copy; is awaited once, as an rvalue. Not thread-safe.
///
/// A failure of its coroutine is thrown by the `co_await`.
template <class T> class [[nodiscard]] COROLINT_TASK task {
public:
  using promise_type = detail::promise<T>;
  using value_type = T;

  /// No coroutine: awaiting it throws task_consumed.
  task() = default;

  /// True until it is awaited, spawned or moved away.
  explicit operator bool() const noexcept { return static_cast<bool>(frame_); }

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND awaiter {
  public:
    explicit awaiter(detail::frame<T> child) noexcept
        : child_(std::move(child)) {}
    awaiter(awaiter &&) = delete;

    bool await_ready() const {
      if (!child_)
        detail::throw_consumed();
      return false;
    }
    template <detail::within_job Parent>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Parent> parent) noexcept {
      child_->continuation = parent;
      child_->owner = parent.promise().owner;
      child_->taken(&parent.promise());
      return child_.handle();
    }
    T await_resume() { return child_->result.take(); }

  private:
    detail::frame<T> child_;
  };

  awaiter operator co_await() && noexcept { return awaiter(std::move(frame_)); }

private:
  friend promise_type;
  friend detail::frame<T> detail::release<T>(task &&) noexcept;
  friend const promise_type *detail::promise_of<T>(const task &) noexcept;

  explicit task(typename detail::frame<T>::handle_type handle) noexcept
      : frame_(handle) {}

  detail::frame<T> frame_;
};

} // namespace corolint::rt

/// A checked build knows the parameters of coroutines by this.
template <class T, class... Args>
struct std::coroutine_traits<corolint::rt::task<T>, Args...> {
  using promise_type =
      corolint::rt::detail::promise_for<corolint::rt::detail::promise<T>,
                                        Args...>;
};

namespace corolint::rt {

namespace detail {

template <class T> task<T> promise<T>::get_return_object(creation at) noexcept {
  set_creation(at);
  return task<T>(std::coroutine_handle<promise>::from_promise(*this));
}

inline task<void> promise<void>::get_return_object(creation at) noexcept {
  set_creation(at);
  return task<void>(std::coroutine_handle<promise>::from_promise(*this));
}

template <class T> frame<T> release(task<T> &&from) noexcept {
  return std::move(from.frame_);
}

template <class T> const promise<T> *promise_of(const task<T> &of) noexcept {
  return of.frame_ ? &*of.frame_ : nullptr;
}

/// Makes \p outermost the coroutine that the job \p owner begins with.
/// \p parent: the coroutine that awaits the job where it stands, or null.
template <class T>
void begin_job(job &owner, frame<T> &outermost,
               observed_frame *parent = nullptr) noexcept {
  outermost->owner = &owner;
  outermost->taken(parent);
  owner.begins_with(&*outermost);
  owner.resume_point = outermost.handle();
}

template <class T> inline constexpr bool is_task = false;
template <class T> inline constexpr bool is_task<task<T>> = true;

} // namespace detail

} // namespace corolint::rt

#endif
