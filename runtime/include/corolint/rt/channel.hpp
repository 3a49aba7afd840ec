// A channel that makes its senders wait when it is full.

#ifndef COROLINT_RT_CHANNEL_HPP
#define COROLINT_RT_CHANNEL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/closed.hpp"
#include "corolint/rt/detail/channel_base.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/detail/ring.hpp"
#include "corolint/rt/result.hpp"
#include <concepts>
#include <cstddef>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

template <class T> class send_awaiter;
template <class T> class receive_awaiter;
template <class T> class sender;
template <class T> class receiver;

/// Makes a channel that holds up to \p capacity values that nobody has received
/// yet. With 0 each `send` waits for its `receive`. A \p T is moved under a
/// lock that is not for anything that blocks.
template <class T>
std::pair<sender<T>, receiver<T>> channel(std::size_t capacity);

namespace detail {

template <class T> class channel_core final : public channel_base {
  static_assert(std::is_nothrow_move_constructible_v<T>,
                "a channel moves its values under a lock");

public:
  explicit channel_core(std::size_t capacity) : values_(capacity) {}

  /// Takes the value out of \p value if there is place for it. Called under the
  /// lock, which it releases if it returns true.
  bool put(T &value) noexcept {
    if (list_waiter *receiver = receivers.claim_front()) {
      lock.unlock();
      static_cast<receive_awaiter<T> &>(*receiver).value_.emplace(
          std::move(value));
      schedule(*receiver->waiting);
      return true;
    }
    if (values_.full())
      return false;
    values_.push(std::move(value));
    lock.unlock();
    return true;
  }

  /// The same for the oldest value: from the buffer, whose place goes to the
  /// first sender that waits, or from that sender.
  bool take(std::optional<T> &into) noexcept {
    if (!values_.empty())
      values_.pop(into);
    list_waiter *waiter = senders.claim_front();
    if (waiter) {
      auto &sender = static_cast<send_awaiter<T> &>(*waiter);
      if (into)
        values_.push(std::move(sender.value_));
      else
        into.emplace(std::move(sender.value_));
      sender.sent_ = true;
    } else if (!into) {
      return false;
    }
    lock.unlock();
    if (waiter)
      schedule(*waiter->waiting);
    return true;
  }

  void side_has_gone(side which) noexcept {
    close();
    // Nobody is left who could look.
    if (which == side::receiving)
      values_.clear();
  }

  std::size_t size() noexcept {
    const std::lock_guard held(lock);
    return values_.size();
  }
  std::size_t capacity() const noexcept { return values_.capacity(); }

private:
  ring<T> values_;
};

} // namespace detail

/// The awaitable of sender::send.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND send_awaiter final
    : public detail::queued_operation<send_awaiter<T>> {
public:
  result<void, closed> await_resume() const noexcept {
    if (!sent_)
      return failure(closed());
    return {};
  }

private:
  friend sender<T>;
  friend detail::channel_core<T>;
  friend detail::queued_operation<send_awaiter>;

  send_awaiter(detail::channel_core<T> *core, T &&value) noexcept
      : core_(core), value_(std::move(value)) {}

  bool try_or_wait(detail::job &self) noexcept {
    if (!core_)
      return true;
    core_->lock.lock();
    if (core_->closed) {
      core_->lock.unlock();
      return true;
    }
    if (core_->put(value_)) {
      sent_ = true;
      return true;
    }
    this->wait(self);
    return false;
  }
  detail::spin_lock &lock() const noexcept { return core_->lock; }
  detail::waiter_list &line() const noexcept { return core_->senders; }

  detail::channel_core<T> *core_;
  T value_;
  bool sent_ = false;
};

/// The awaitable of receiver::receive.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND receive_awaiter final
    : public detail::queued_operation<receive_awaiter<T>> {
public:
  std::optional<T> await_resume() noexcept { return std::move(value_); }

private:
  friend receiver<T>;
  friend detail::channel_core<T>;
  friend detail::queued_operation<receive_awaiter>;

  explicit receive_awaiter(detail::channel_core<T> *core) noexcept
      : core_(core) {}

  bool try_or_wait(detail::job &self) noexcept {
    if (!core_)
      return true;
    core_->lock.lock();
    if (core_->take(value_))
      return true;
    if (core_->closed) {
      core_->lock.unlock();
      return true;
    }
    this->wait(self);
    return false;
  }
  detail::spin_lock &lock() const noexcept { return core_->lock; }
  detail::waiter_list &line() const noexcept { return core_->receivers; }

  detail::channel_core<T> *core_;
  std::optional<T> value_;
};

/// The end of a channel at which values go in.
///
/// Copies are senders of the same channel; the last one that goes closes it.
/// Values arrive in the order in which they were sent; who waits is served
/// first. One moved from behaves as if its channel were closed. Thread-safe,
/// except that a handle must not be changed while it is used.
template <class T>
class sender : public detail::closing_end<detail::channel_core<T>,
                                          detail::side::sending> {
public:
  using value_type = T;

  sender() = default;

  /// Waits while the channel is full. `co_await` gives an error if it is
  /// closed, then or meanwhile. A value that was not sent is destroyed, as it
  /// is if the task is stopped there. The sender has to live until then.
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("the value that was to be sent")
      send_awaiter<T> send(T value) const noexcept {
    return send_awaiter<T>(this->core_, std::move(value));
  }

  /// Takes \p value only if it succeeds.
  COROLINT_NONBLOCKING result<void, try_error>
  try_send(T &&value) const noexcept {
    if (!this->core_)
      return failure(try_error::closed);
    std::unique_lock held(this->core_->lock);
    if (this->core_->closed)
      return failure(try_error::closed);
    if (!this->core_->put(value))
      return failure(try_error::would_wait);
    held.release();
    return {};
  }
  COROLINT_NONBLOCKING result<void, try_error> try_send(const T &value) const
    requires std::copy_constructible<T>
  {
    return try_send(T(value));
  }

  std::size_t capacity() const noexcept {
    return this->core_ ? this->core_->capacity() : 0;
  }

private:
  friend std::pair<sender<T>, receiver<T>> channel<T>(std::size_t capacity);
  explicit sender(detail::channel_core<T> &core) noexcept
      : sender::closing_end(core) {}
};

/// The end of a channel at which values come out, each of them once.
///
/// Copies are receivers of the same channel; the last one that goes closes it
/// and destroys what is left. Otherwise as sender.
template <class T>
class receiver : public detail::receiving_end<detail::channel_core<T>> {
public:
  using value_type = T;

  receiver() = default;

  /// Waits while the channel is empty. `co_await` gives no value if it is
  /// closed, and nothing is left. To be stopped there loses nothing: the value
  /// goes to somebody else, or stays. The receiver has to live until then.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE receive_awaiter<T>
  receive() const noexcept {
    return receive_awaiter<T>(this->core_);
  }

  COROLINT_NONBLOCKING result<T, try_error> try_receive() const noexcept {
    if (!this->core_)
      return failure(try_error::closed);
    std::optional<T> value;
    std::unique_lock held(this->core_->lock);
    if (!this->core_->take(value))
      return failure(this->core_->closed ? try_error::closed
                                         : try_error::would_wait);
    held.release();
    return *std::move(value);
  }

private:
  friend std::pair<sender<T>, receiver<T>> channel<T>(std::size_t capacity);
  explicit receiver(detail::channel_core<T> &core) noexcept
      : receiver::receiving_end(core) {}
};

template <class T>
std::pair<sender<T>, receiver<T>> channel(std::size_t capacity) {
  auto *core = new detail::channel_core<T>(capacity);
  return {sender<T>(*core), receiver<T>(*core)};
}

} // namespace corolint::rt

#endif
