// stream<T>: the return type of a coroutine that yields any number of values,
// one whenever it is asked for the next, and may wait in between.

#ifndef COROLINT_RT_STREAM_HPP
#define COROLINT_RT_STREAM_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/frame_pool.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include <concepts>
#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

template <class T> class stream;

namespace detail {

/// Goes on with who awaits the next value.
struct back_to_consumer {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> producer) const noexcept {
    return producer.promise().back();
  }
  void await_resume() const noexcept {}
};

template <class T> class stream_promise : public pooled, public observed_frame {
  /// A copy of what was yielded, for as long as the consumer may look at it.
  struct copied : back_to_consumer {
    template <class Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> producer) noexcept {
      producer.promise().yielded = std::addressof(value);
      return producer.promise().back();
    }
    T value;
  };

public:
  stream<T> get_return_object(creation at = creation::here()) noexcept;
  back_to_consumer final_suspend() const noexcept { return {}; }

  back_to_consumer yield_value(T &&value) noexcept {
    yielded = std::addressof(value);
    return {};
  }
  copied yield_value(const T &value)
    requires std::copy_constructible<T>
  {
    return {{}, value};
  }
  void return_void() const noexcept {}
  void unhandled_exception() noexcept { failure = std::current_exception(); }

  /// What goes on when this one has yielded or ended.
  std::coroutine_handle<> back() const noexcept {
    owner->set_innermost(parent());
    return consumer;
  }

  std::coroutine_handle<> consumer;
  job *owner = nullptr; ///< the job of the consumer
  T *yielded = nullptr; ///< in the frame
  std::exception_ptr failure;
};

} // namespace detail

/// A coroutine that yields values of type \p T when they are asked for, in the
/// job of who asks.
///
/// Starts: at the first `co_await next()`. Dropped: unwinds from the co_yield
/// at which it stands. Resumes on: the thread on which it yields, without a
/// queue. Moves, does not copy. Not thread-safe, and for one consumer at a
/// time, which may change between two values.
///
///     stream<int> count(int to) {
///       for (int i = 0; i != to; ++i)
///         co_yield i;
///     }
template <class T> class [[nodiscard]] COROLINT_TASK stream {
  static_assert(std::is_object_v<T>, "a stream yields values");

public:
  using promise_type = detail::stream_promise<T>;
  using value_type = T;

  /// Without values.
  stream() = default;
  stream(stream &&other) noexcept
      : producer_(std::exchange(other.producer_, {})) {}
  stream &operator=(stream &&other) noexcept {
    if (this != &other) {
      reset();
      producer_ = std::exchange(other.producer_, {});
    }
    return *this;
  }
  ~stream() { reset(); }

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND awaiter final {
  public:
    explicit awaiter(stream &from) noexcept : from_(from) {}
    awaiter(awaiter &&) = delete;
    /// If the consumer is unwound while it waits, then so is the producer,
    /// which waits in its place.
    ~awaiter() {
      if (running_)
        from_.reset();
    }

    bool await_ready() const noexcept { return !from_.producer_; }
    template <detail::within_job Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
      detail::job &self = *suspended.promise().owner;
      if (self.stop_requested()) [[unlikely]]
        return self.unwind();
      promise_type &producer = from_.producer_.promise();
      producer.consumer = suspended;
      producer.owner = &self;
      producer.taken(&suspended.promise());
      self.set_innermost(&producer);
      producer.yielded = nullptr;
      running_ = true;
      self.resume_point = from_.producer_;
      if (detail::gives_way(self)) [[unlikely]]
        return std::noop_coroutine();
      return from_.producer_;
    }
    std::optional<T> await_resume() {
      running_ = false;
      if (!from_.producer_)
        return std::nullopt;
      promise_type &producer = from_.producer_.promise();
      if (producer.yielded)
        return std::optional<T>(std::move(*producer.yielded));
      const std::exception_ptr failure = std::move(producer.failure);
      from_.reset();
      if (failure)
        std::rethrow_exception(failure);
      return std::nullopt;
    }

  private:
    stream &from_;
    bool running_ = false;
  };

  /// Runs the coroutine up to its next co_yield. `co_await` gives that value,
  /// nothing if the coroutine is at its end, or throws what the coroutine
  /// threw; it is at its end then, too. The stream has to live until then, at
  /// the same place.
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("the rest of the stream") awaiter
      next() noexcept {
    return awaiter(*this);
  }

private:
  friend promise_type;
  explicit stream(std::coroutine_handle<promise_type> producer) noexcept
      : producer_(producer) {}

  void reset() noexcept {
    if (auto producer = std::exchange(producer_, {}))
      producer.destroy();
  }

  std::coroutine_handle<promise_type> producer_;
};

namespace detail {

template <class T>
stream<T> stream_promise<T>::get_return_object(creation at) noexcept {
  set_creation(at);
  return stream<T>(std::coroutine_handle<stream_promise>::from_promise(*this));
}

template <class T> inline constexpr bool is_stream = false;
template <class T> inline constexpr bool is_stream<stream<T>> = true;

} // namespace detail

} // namespace corolint::rt

#endif
