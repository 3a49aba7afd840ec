// A mutex for tasks that many may hold to read, and one to write.

#ifndef COROLINT_RT_SHARED_MUTEX_HPP
#define COROLINT_RT_SHARED_MUTEX_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include <coroutine>
#include <cstddef>
#include <utility>

namespace corolint::rt {

namespace detail {
enum class lock_mode : bool { exclusive, shared };
}

/// Held by one writer, or by any number of readers, for as long as their guards
/// live. It may be held across a suspension.
///
/// Tasks get it in the order of their arrival: a writer that waits keeps later
/// readers out, so that neither side starves. Hence a task that reads must not
/// ask to read once more: a writer between the two would wait for it, and it
/// for the writer. Nobody may hold it or wait for it when it is destroyed.
/// Thread-safe.
class shared_mutex {
  using mode = detail::lock_mode;
  template <mode Mode> class basic_guard;
  template <mode Mode> class basic_awaiter;

public:
  using guard = basic_guard<mode::exclusive>;
  using shared_guard = basic_guard<mode::shared>;
  using lock_awaiter = basic_awaiter<mode::exclusive>;
  using lock_shared_awaiter = basic_awaiter<mode::shared>;

  shared_mutex() = default;
  shared_mutex(const shared_mutex &) = delete;
  shared_mutex &operator=(const shared_mutex &) = delete;

  /// To write: `co_await` gives a guard. To be stopped while waiting loses
  /// nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE lock_awaiter lock() noexcept;

  /// To read: `co_await` gives a guard. To be stopped while waiting loses
  /// nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE lock_shared_awaiter
  lock_shared() noexcept;

  /// A guard that holds nothing if the lock is not to be had at once.
  COROLINT_NONBLOCKING guard try_lock() noexcept;
  /// A guard that holds nothing if the lock is not to be had at once.
  COROLINT_NONBLOCKING shared_guard try_lock_shared() noexcept;

private:
  // The state: a writer, or the number of readers in steps of two.
  static constexpr std::size_t writer = detail::wait_queue::unit;
  static constexpr std::size_t reader = 2 * detail::wait_queue::unit;

  /// Changes \p state to what it is with one more of \p wanted, if it admits
  /// that.
  static bool admit(std::size_t &state, mode wanted) noexcept {
    if (wanted == mode::exclusive ? state != 0 : (state & writer) != 0)
      return false;
    state += wanted == mode::exclusive ? writer : reader;
    return true;
  }
  void release(mode held) noexcept {
    queue_.give([held](std::size_t state) {
      return state - (held == mode::exclusive ? writer : reader);
    });
  }

  using queue = detail::ordered_queue<mode, admit>;
  queue queue_;
};

/// Holds the lock, or nothing if it was moved away or unlocked. Not
/// thread-safe.
template <detail::lock_mode Mode>
class [[nodiscard]] COROLINT_TASK_GUARD shared_mutex::basic_guard {
public:
  basic_guard() = default;
  basic_guard(basic_guard &&other) noexcept
      : mutex_(std::exchange(other.mutex_, nullptr)) {}
  basic_guard &operator=(basic_guard &&other) noexcept {
    if (this != &other) {
      unlock();
      mutex_ = std::exchange(other.mutex_, nullptr);
    }
    return *this;
  }
  ~basic_guard() { unlock(); }

  /// Lets the lock go before the guard does. Without one it does nothing.
  COROLINT_NONBLOCKING void unlock() noexcept {
    if (shared_mutex *const owned = std::exchange(mutex_, nullptr))
      owned->release(Mode);
  }

  explicit operator bool() const noexcept { return mutex_ != nullptr; }

private:
  friend class shared_mutex;

  explicit basic_guard(shared_mutex &owned) noexcept : mutex_(&owned) {}

  shared_mutex *mutex_ = nullptr;
};

/// The awaitable of lock() and lock_shared().
template <detail::lock_mode Mode>
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND shared_mutex::basic_awaiter : public queue::awaiter {
public:
  explicit basic_awaiter(shared_mutex &wanted) noexcept
      : queue::awaiter(wanted.queue_, Mode), mutex_(wanted) {}

  basic_guard<Mode> await_resume() noexcept {
    return basic_guard<Mode>(mutex_);
  }

private:
  shared_mutex &mutex_;
};

inline shared_mutex::lock_awaiter shared_mutex::lock() noexcept {
  return lock_awaiter(*this);
}

inline shared_mutex::lock_shared_awaiter shared_mutex::lock_shared() noexcept {
  return lock_shared_awaiter(*this);
}

inline shared_mutex::guard shared_mutex::try_lock() noexcept {
  return queue_.take(mode::exclusive) ? guard(*this) : guard();
}

inline shared_mutex::shared_guard shared_mutex::try_lock_shared() noexcept {
  return queue_.take(mode::shared) ? shared_guard(*this) : shared_guard();
}

} // namespace corolint::rt

#endif
