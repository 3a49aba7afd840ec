// A channel each of whose receivers sees each value.

#ifndef COROLINT_RT_BROADCAST_HPP
#define COROLINT_RT_BROADCAST_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/channel_base.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/result.hpp"
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace corolint::rt {

/// A receiver was too slow: \p missed values were replaced before it came to
/// them.
struct lagged {
  std::uint64_t missed;
  friend bool operator==(lagged, lagged) = default;
};

template <class T> class broadcast_awaiter;
template <class T> class broadcast_sender;
template <class T> class broadcast_receiver;

/// Makes a channel that keeps the last \p capacity values. Throws
/// std::invalid_argument if that is none.
template <class T>
std::pair<broadcast_sender<T>, broadcast_receiver<T>>
broadcast(std::size_t capacity);

namespace detail {

template <class T> class broadcast_core final : public channel_base {
  static_assert(std::copy_constructible<T>,
                "each receiver of a broadcast gets a copy");

public:
  using position = std::uint64_t; ///< of a value among all that were sent
  using stored = std::shared_ptr<const T>;
  /// What a receiver finds: a value, or how many it missed, or the end.
  using found = std::optional<result<stored, lagged>>;

  explicit broadcast_core(std::size_t capacity) : kept_(capacity) {
    if (capacity == 0)
      throw std::invalid_argument("corolint::rt: broadcast of no capacity");
  }

  void put(stored sent) noexcept {
    job_queue woken;
    {
      const std::lock_guard held(lock);
      // The value that is replaced is destroyed outside of the lock.
      kept_[next_ % kept_.size()].swap(sent);
      ++next_;
      claim_all(receivers, woken);
    }
    schedule_all(woken);
  }

  /// There is something to be found at \p at, which may be the end. Under the
  /// lock.
  bool has(position at) const noexcept { return at != next_ || closed; }

  found take(position &at) noexcept {
    const std::lock_guard held(lock);
    if (at == next_)
      return std::nullopt;
    const position first = next_ < kept_.size() ? 0 : next_ - kept_.size();
    if (at < first)
      return failure(lagged{first - std::exchange(at, first)});
    return kept_[at++ % kept_.size()];
  }

  position next() noexcept {
    const std::lock_guard held(lock);
    return next_;
  }

  void side_has_gone(side which) noexcept {
    if (which == side::sending)
      close();
  }

private:
  std::vector<stored> kept_;
  position next_ = 0;
};

} // namespace detail

/// The awaitable of broadcast_receiver::receive.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND broadcast_awaiter final
    : public detail::queued_operation<broadcast_awaiter<T>> {
public:
  std::optional<result<T, lagged>> await_resume() {
    return broadcast_receiver<T>::take_copy(core_, next_);
  }

private:
  friend broadcast_receiver<T>;
  friend detail::queued_operation<broadcast_awaiter>;
  using core_type = detail::broadcast_core<T>;

  broadcast_awaiter(core_type &core,
                    typename core_type::position &next) noexcept
      : core_(core), next_(next) {}

  bool try_or_wait(detail::job &self) noexcept {
    core_.lock.lock();
    if (core_.has(next_)) {
      core_.lock.unlock();
      return true;
    }
    this->wait(self);
    return false;
  }
  detail::spin_lock &lock() const noexcept { return core_.lock; }
  detail::waiter_list &line() const noexcept { return core_.receivers; }

  core_type &core_;
  typename core_type::position &next_;
};

/// Sends to all receivers that exist at that time. Copies send to the same
/// receivers; when the last one goes they end, after what was sent.
/// Thread-safe, except that a handle must not be changed while it is used. One
/// moved from is for assignment and destruction only.
template <class T>
class broadcast_sender : public detail::channel_end<detail::broadcast_core<T>,
                                                    detail::side::sending> {
public:
  /// Never waits: the oldest value goes when there is no place. Returns how
  /// many receivers there were. The value is kept until it is replaced.
  COROLINT_NONBLOCKING std::size_t send(T value) const {
    this->core_->put(std::make_shared<const T>(std::move(value)));
    return receivers();
  }

  /// A receiver of what is sent from now on.
  broadcast_receiver<T> subscribe() const noexcept {
    this->core_->add(detail::side::receiving);
    return broadcast_receiver<T>(*this->core_);
  }
  std::size_t receivers() const noexcept {
    return this->core_->count(detail::side::receiving);
  }

private:
  friend std::pair<broadcast_sender<T>, broadcast_receiver<T>>
  broadcast<T>(std::size_t capacity);
  explicit broadcast_sender(detail::broadcast_core<T> &core) noexcept
      : detail::channel_end<detail::broadcast_core<T>, detail::side::sending>(
            core) {}
};

/// Receives a copy of each value that is sent while it exists.
///
/// A copy of a receiver begins where the original is. One receiver is for one
/// task at a time. One moved from is for assignment and destruction only.
template <class T>
class COROLINT_SHARED_UNSYNC broadcast_receiver
    : public detail::channel_end<detail::broadcast_core<T>,
                                 detail::side::receiving> {
public:
  /// Waits for the next value. `co_await` gives nothing if there will be none,
  /// and `lagged`, once, if values went by that this receiver was too slow for;
  /// then it goes on with the oldest that is left. To be stopped there loses
  /// nothing. The receiver has to live until then.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE broadcast_awaiter<T>
  receive() noexcept {
    return broadcast_awaiter<T>(*this->core_, next_);
  }

  /// The next value, or nothing if none is there: see is_closed().
  COROLINT_NONBLOCKING std::optional<result<T, lagged>> try_receive() {
    return take_copy(*this->core_, next_);
  }

  /// No sender is left.
  bool is_closed() const noexcept { return this->core_->is_closed(); }

private:
  friend broadcast_awaiter<T>;
  friend broadcast_sender<T>;
  friend std::pair<broadcast_sender<T>, broadcast_receiver<T>>
  broadcast<T>(std::size_t capacity);
  using core_type = detail::broadcast_core<T>;

  explicit broadcast_receiver(core_type &core) noexcept
      : detail::channel_end<core_type, detail::side::receiving>(core),
        next_(core.next()) {}

  static std::optional<result<T, lagged>>
  take_copy(core_type &core, typename core_type::position &next) {
    typename core_type::found found = core.take(next);
    if (!found)
      return std::nullopt;
    if (!*found)
      return failure(found->error());
    return result<T, lagged>(***found);
  }

  typename core_type::position next_ = 0;
};

template <class T>
std::pair<broadcast_sender<T>, broadcast_receiver<T>>
broadcast(std::size_t capacity) {
  auto *core = new detail::broadcast_core<T>(capacity);
  return {broadcast_sender<T>(*core), broadcast_receiver<T>(*core)};
}

} // namespace corolint::rt

#endif
