// A channel that keeps the latest value only: settings, states, progress.

#ifndef COROLINT_RT_WATCH_HPP
#define COROLINT_RT_WATCH_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/closed.hpp"
#include "corolint/rt/detail/channel_ends.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/result.hpp"
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

namespace corolint::rt {

template <class T> class watch_sender;
template <class T> class watch_receiver;
class watch_awaiter;

/// Makes a channel whose receivers see \p initial until something else is sent.
template <class T>
std::pair<watch_sender<T>, watch_receiver<T>> watch(T initial);

namespace detail {

/// Who waits for a change. Changes are counted in twos; the lowest bit says
/// that there will be none any more.
class watch_base : public channel_sides {
public:
  using version = std::uint64_t;

  version current() const noexcept {
    return version_.load(std::memory_order_acquire);
  }
  static bool is_closed(version of) noexcept { return of % 2 != 0; }
  static bool is_newer(version of, version seen) noexcept {
    return (of | 1) != (seen | 1);
  }

  void side_has_gone(side which) noexcept {
    if (which == side::sending)
      wake_all(1);
  }

  /// True if who has \p seen has nothing to wait for. Under the lock.
  bool has_news(version seen) const noexcept {
    const version now = current();
    return is_newer(now, seen) || is_closed(now);
  }

  spin_lock lock;
  waiter_list waiting; ///< guarded by the lock

protected:
  watch_base() = default;
  ~watch_base() = default;

  /// Adds \p step to the version.
  void wake_all(version step) noexcept;

private:
  std::atomic<version> version_{0}; ///< written under the lock
};

template <class T> class watch_core final : public watch_base {
public:
  using snapshot = std::shared_ptr<const T>;

  explicit watch_core(snapshot initial) noexcept : value_(std::move(initial)) {}

  void set(snapshot next) noexcept {
    {
      const std::lock_guard held(lock);
      value_.swap(next);
    }
    wake_all(2);
    // The old value is destroyed outside of the lock.
  }
  /// The value, which is at least as new as the version that comes with it.
  std::pair<snapshot, version> get() noexcept {
    const version at_least = current();
    const std::lock_guard held(lock);
    return {value_, at_least};
  }

private:
  snapshot value_;
};

} // namespace detail

/// The awaitable of watch_receiver::changed.
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND watch_awaiter final
    : public detail::queued_operation<watch_awaiter> {
public:
  result<void, closed> await_resume() const noexcept {
    const auto version = from_.current();
    if (!detail::watch_base::is_newer(version, seen_))
      return failure(closed());
    seen_ = version;
    return {};
  }

private:
  template <class T> friend class watch_receiver;
  friend detail::queued_operation<watch_awaiter>;

  watch_awaiter(detail::watch_base &from,
                detail::watch_base::version &seen) noexcept
      : from_(from), seen_(seen) {}

  bool try_or_wait(detail::job &self) noexcept {
    from_.lock.lock();
    if (from_.has_news(seen_)) {
      from_.lock.unlock();
      return true;
    }
    this->wait(self);
    return false;
  }
  detail::spin_lock &lock() const noexcept { return from_.lock; }
  detail::waiter_list &line() const noexcept { return from_.waiting; }

  detail::watch_base &from_;
  detail::watch_base::version &seen_;
};

/// Replaces the value. Copies send to the same receivers; when the last one
/// goes they keep the last value. Thread-safe, except that a handle must not be
/// changed while it is used. One moved from is for assignment and destruction
/// only.
template <class T>
class watch_sender
    : public detail::channel_end<detail::watch_core<T>, detail::side::sending> {
public:
  /// Never waits. A value that no receiver has looked at is replaced.
  COROLINT_NONBLOCKING void send(T value) const {
    this->core_->set(std::make_shared<const T>(std::move(value)));
  }

  /// The value that was sent last.
  std::shared_ptr<const T> borrow() const noexcept {
    return this->core_->get().first;
  }

  /// A receiver that has seen the present value.
  watch_receiver<T> subscribe() const noexcept {
    this->core_->add(detail::side::receiving);
    return watch_receiver<T>(*this->core_);
  }
  std::size_t receivers() const noexcept {
    return this->core_->count(detail::side::receiving);
  }

private:
  friend std::pair<watch_sender<T>, watch_receiver<T>> watch<T>(T initial);
  explicit watch_sender(detail::watch_core<T> &core) noexcept
      : detail::channel_end<detail::watch_core<T>, detail::side::sending>(
            core) {}
};

/// Looks at the value, and waits for changes.
///
/// Each receiver knows what it has seen; a copy begins where the original is.
/// One receiver is for one task at a time. One moved from is for assignment and
/// destruction only.
template <class T>
class COROLINT_SHARED_UNSYNC watch_receiver
    : public detail::channel_end<detail::watch_core<T>,
                                 detail::side::receiving> {
public:
  /// The latest value, which counts as seen. It stays as it is for as long as
  /// it is held; no lock is held with it.
  std::shared_ptr<const T> borrow() noexcept {
    auto [value, version] = this->core_->get();
    seen_ = version;
    return value;
  }

  /// There is a value that this receiver has not seen.
  bool has_changed() const noexcept {
    return this->core_->is_newer(this->core_->current(), seen_);
  }
  /// No sender is left: the value does not change any more.
  bool is_closed() const noexcept {
    return this->core_->is_closed(this->core_->current());
  }

  /// Waits until there is a value that this receiver has not seen, which counts
  /// as seen then. `co_await` gives an error if the senders have gone without
  /// sending one. Several changes may count as one. To be stopped there loses
  /// nothing. The receiver has to live until then.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE watch_awaiter changed() noexcept {
    return watch_awaiter(*this->core_, seen_);
  }

private:
  friend watch_sender<T>;
  friend std::pair<watch_sender<T>, watch_receiver<T>> watch<T>(T initial);
  explicit watch_receiver(detail::watch_core<T> &core) noexcept
      : detail::channel_end<detail::watch_core<T>, detail::side::receiving>(
            core),
        seen_(core.current()) {}

  detail::watch_base::version seen_ = 0;
};

template <class T>
std::pair<watch_sender<T>, watch_receiver<T>> watch(T initial) {
  auto *core =
      new detail::watch_core<T>(std::make_shared<const T>(std::move(initial)));
  return {watch_sender<T>(*core), watch_receiver<T>(*core)};
}

} // namespace corolint::rt

#endif
