// A number of permits that tasks share: how many may do something at once.

#ifndef COROLINT_RT_SEMAPHORE_HPP
#define COROLINT_RT_SEMAPHORE_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include <coroutine>
#include <cstddef>
#include <limits>
#include <utility>

namespace corolint::rt {

/// Gives out permits and takes them back.
///
/// Tasks get them in the order of their arrival: one that waits for many keeps
/// later ones waiting that want few, so that it does not starve. Who asks for
/// more than there will ever be waits until it is stopped. Nobody may hold a
/// permit or wait for one when it is destroyed. Thread-safe.
class semaphore {
public:
  class permit;
  class acquire_awaiter;

  /// The most permits that are counted; what is released beyond is lost.
  static constexpr std::size_t max() noexcept {
    return std::numeric_limits<std::size_t>::max() / detail::wait_queue::unit;
  }

  explicit semaphore(std::size_t permits) noexcept : free_(plus(0, permits)) {}
  semaphore(const semaphore &) = delete;
  semaphore &operator=(const semaphore &) = delete;

  /// `co_await` gives a guard that holds \p count permits. To be stopped while
  /// waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE acquire_awaiter
  acquire(std::size_t count = 1) noexcept;

  /// A guard that holds none if \p count permits are not to be had at once.
  COROLINT_NONBLOCKING permit try_acquire(std::size_t count = 1) noexcept;

  /// Adds permits; for those that no guard holds.
  COROLINT_NONBLOCKING void release(std::size_t count = 1) noexcept {
    free_.give([count](std::size_t state) { return plus(state, count); });
  }

  /// How many permits are free; it may be over when this returns.
  std::size_t available() const noexcept {
    return free_.peek() / detail::wait_queue::unit;
  }

private:
  static std::size_t plus(std::size_t state, std::size_t count) noexcept {
    const std::size_t free = state / detail::wait_queue::unit;
    return (count > max() - free ? max() : free + count) *
           detail::wait_queue::unit;
  }
  static bool take_from(std::size_t &state, std::size_t count) noexcept {
    if (state / detail::wait_queue::unit < count)
      return false;
    state -= count * detail::wait_queue::unit;
    return true;
  }

  detail::ordered_queue<std::size_t, take_from> free_;
};

/// Holds permits, or none if it was moved away or released. Not thread-safe.
class [[nodiscard]] COROLINT_TASK_GUARD semaphore::permit {
public:
  permit() = default;
  permit(permit &&other) noexcept
      : from_(std::exchange(other.from_, nullptr)), count_(other.count_) {}
  permit &operator=(permit &&other) noexcept {
    if (this != &other) {
      release();
      from_ = std::exchange(other.from_, nullptr);
      count_ = other.count_;
    }
    return *this;
  }
  ~permit() { release(); }

  /// Gives the permits back before the guard goes. Without any it does nothing.
  COROLINT_NONBLOCKING void release() noexcept {
    if (semaphore *const from = std::exchange(from_, nullptr))
      from->release(count_);
  }
  /// Keeps the permits taken: somebody else will call semaphore::release.
  void forget() noexcept { from_ = nullptr; }

  /// How many it holds.
  std::size_t count() const noexcept { return from_ ? count_ : 0; }
  explicit operator bool() const noexcept { return from_ != nullptr; }

private:
  friend class semaphore;

  permit(semaphore &from, std::size_t count) noexcept
      : from_(&from), count_(count) {}

  semaphore *from_ = nullptr;
  std::size_t count_ = 0;
};

/// The awaitable of acquire().
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND semaphore::acquire_awaiter
    : public detail::ordered_queue<std::size_t, take_from>::awaiter {
public:
  acquire_awaiter(semaphore &from, std::size_t count) noexcept
      : awaiter(from.free_, count), from_(from), count_(count) {}

  permit await_resume() noexcept { return permit(from_, count_); }

private:
  semaphore &from_;
  const std::size_t count_;
};

inline semaphore::acquire_awaiter
semaphore::acquire(std::size_t count) noexcept {
  return acquire_awaiter(*this, count);
}

inline semaphore::permit semaphore::try_acquire(std::size_t count) noexcept {
  return free_.take(count) ? permit(*this, count) : permit();
}

} // namespace corolint::rt

#endif
