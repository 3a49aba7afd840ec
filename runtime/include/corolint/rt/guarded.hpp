// A value that cannot be reached without its lock.

#ifndef COROLINT_RT_GUARDED_HPP
#define COROLINT_RT_GUARDED_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include <concepts>
#include <type_traits>
#include <utility>

namespace corolint::rt {

/// A value and the lock that it was reached by: a guard that points to it. Not
/// thread-safe.
template <class T, class Guard> class [[nodiscard]] COROLINT_TASK_GUARD access {
public:
  /// Holds nothing.
  access() = default;
  access(T &value, Guard held) noexcept
      : value_(&value), held_(std::move(held)) {}

  /// Undefined without the lock.
  T &operator*() const noexcept { return *value_; }
  T *operator->() const noexcept { return value_; }

  /// Lets the lock go before the guard does. Without one it does nothing.
  COROLINT_NONBLOCKING void unlock() noexcept { held_.unlock(); }
  explicit operator bool() const noexcept { return static_cast<bool>(held_); }

  /// The lock itself, for condition::wait.
  Guard &guard() noexcept { return held_; }

private:
  T *value_ = nullptr;
  Guard held_;
};

namespace detail {

/// Awaits a lock and gives the value with it.
template <class T, class Guard, class Lock>
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND access_awaiter
    : public Lock {
public:
  template <class Mutex>
  access_awaiter(T &value, Mutex &wanted) noexcept
      : Lock(wanted), value_(value) {}

  access<T, Guard> await_resume() noexcept {
    return access<T, Guard>(value_, Lock::await_resume());
  }

private:
  T &value_;
};

} // namespace detail

/// Owns a value for one task at a time. Thread-safe.
///
///     auto names = co_await registry.lock();
///     names->push_back("new");
template <class T> class guarded {
public:
  using access = rt::access<T, mutex::guard>;
  using awaiter = detail::access_awaiter<T, mutex::guard, mutex::lock_awaiter>;

  /// Makes the value from \p from.
  template <class... From>
    requires std::constructible_from<T, From...>
  explicit guarded(From &&...from) : value_(std::forward<From>(from)...) {}
  guarded(const guarded &) = delete;
  guarded &operator=(const guarded &) = delete;

  /// `co_await` gives access. To be stopped while waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter lock() noexcept {
    return awaiter(value_, mutex_);
  }
  /// Holds nothing if somebody has access.
  COROLINT_NONBLOCKING access try_lock() noexcept {
    mutex::guard held = mutex_.try_lock();
    return held ? access(value_, std::move(held)) : access();
  }

private:
  mutex mutex_;
  T value_;
};

/// Owns a value that one task may write, or any number read. Thread-safe.
template <class T> class shared_guarded {
public:
  using write_access = access<T, shared_mutex::guard>;
  using read_access = access<const T, shared_mutex::shared_guard>;
  using write_awaiter = detail::access_awaiter<T, shared_mutex::guard,
                                               shared_mutex::lock_awaiter>;
  using read_awaiter =
      detail::access_awaiter<const T, shared_mutex::shared_guard,
                             shared_mutex::lock_shared_awaiter>;

  /// Makes the value from \p from.
  template <class... From>
    requires std::constructible_from<T, From...>
  explicit shared_guarded(From &&...from)
      : value_(std::forward<From>(from)...) {}
  shared_guarded(const shared_guarded &) = delete;
  shared_guarded &operator=(const shared_guarded &) = delete;

  /// `co_await` gives access to the value. To be stopped while waiting loses
  /// nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE write_awaiter write() noexcept {
    return write_awaiter(value_, mutex_);
  }
  /// `co_await` gives access to the constant value. To be stopped while waiting
  /// loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE read_awaiter read() noexcept {
    return read_awaiter(value_, mutex_);
  }
  /// Holds nothing if somebody reads or writes.
  COROLINT_NONBLOCKING write_access try_write() noexcept {
    shared_mutex::guard held = mutex_.try_lock();
    return held ? write_access(value_, std::move(held)) : write_access();
  }
  /// Holds nothing if somebody writes, or waits to.
  COROLINT_NONBLOCKING read_access try_read() noexcept {
    shared_mutex::shared_guard held = mutex_.try_lock_shared();
    return held ? read_access(value_, std::move(held)) : read_access();
  }

private:
  shared_mutex mutex_;
  T value_;
};

} // namespace corolint::rt

#endif
