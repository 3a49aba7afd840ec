// A mutex for tasks: who waits for it is suspended, its thread is not.

#ifndef COROLINT_RT_MUTEX_HPP
#define COROLINT_RT_MUTEX_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include <cstddef>
#include <utility>

namespace corolint::rt {

/// Held by one task at a time, for as long as its guard lives. The lock is the
/// task's, not the thread's: it may be held across a suspension.
///
/// Tasks get it in the order of their arrival: unlock hands it to the one that
/// waits longest. Not recursive: a task that locks it twice waits for itself.
/// Nobody may hold it or wait for it when it is destroyed. Thread-safe.
class mutex {
public:
  class guard;
  class lock_awaiter;

  mutex() = default;
  mutex(const mutex &) = delete;
  mutex &operator=(const mutex &) = delete;

  /// `co_await` gives the guard. To be stopped while waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE lock_awaiter lock() noexcept;

  /// A guard that holds nothing if somebody holds the mutex.
  COROLINT_NONBLOCKING guard try_lock() noexcept;

private:
  friend class condition;
  friend class detail::gate_awaiter<mutex>;

  static constexpr std::size_t held = detail::wait_queue::unit;

  bool take() noexcept {
    std::size_t free = 0;
    return queue_.peek() == free && queue_.change(free, held);
  }
  static bool take_from(std::size_t &state) noexcept {
    return state == 0 && (state = held, true);
  }
  void unlock() noexcept {
    std::size_t unwanted = held;
    if (queue_.peek() != unwanted || !queue_.change(unwanted, 0))
      hand_over();
  }
  void hand_over() noexcept;
  /// Makes the job that waits longest the owner. The caller schedules it. Null
  /// if nobody waits.
  detail::job *next_owner() noexcept;

  detail::wait_queue queue_;
};

/// Holds a mutex, or nothing if it was moved away or unlocked. Not thread-safe.
class [[nodiscard]] COROLINT_TASK_GUARD mutex::guard {
public:
  guard() = default;
  guard(guard &&other) noexcept
      : mutex_(std::exchange(other.mutex_, nullptr)) {}
  guard &operator=(guard &&other) noexcept {
    if (this != &other) {
      unlock();
      mutex_ = std::exchange(other.mutex_, nullptr);
    }
    return *this;
  }
  ~guard() { unlock(); }

  /// Lets the mutex go before the guard does. Without one it does nothing.
  COROLINT_NONBLOCKING void unlock() noexcept {
    if (mutex *const owned = std::exchange(mutex_, nullptr))
      owned->unlock();
  }

  explicit operator bool() const noexcept { return mutex_ != nullptr; }

private:
  friend class mutex;
  friend class condition;

  explicit guard(mutex &owned) noexcept : mutex_(&owned) {}

  mutex *mutex_ = nullptr;
};

/// The awaitable of lock().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND mutex::lock_awaiter
    : public detail::gate_awaiter<mutex> {
public:
  explicit lock_awaiter(mutex &wanted) noexcept : gate_awaiter(wanted) {}

  guard await_resume() const noexcept { return guard(primitive_); }

private:
  friend class condition;
};

inline mutex::lock_awaiter mutex::lock() noexcept {
  return lock_awaiter(*this);
}

inline mutex::guard mutex::try_lock() noexcept {
  return queue_.try_take(take_from) ? guard(*this) : guard();
}

extern template class detail::gate_awaiter<mutex>;

} // namespace corolint::rt

#endif
