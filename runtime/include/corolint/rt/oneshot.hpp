// A channel for one value: the answer to a question.

#ifndef COROLINT_RT_ONESHOT_HPP
#define COROLINT_RT_ONESHOT_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/closed.hpp"
#include "corolint/rt/detail/channel_base.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

template <class T> class oneshot_sender;
template <class T> class oneshot_receiver;

/// Makes a channel through which one value goes.
template <class T> std::pair<oneshot_sender<T>, oneshot_receiver<T>> oneshot();

namespace detail {

/// Closed when the value is there, or one of the two has gone.
template <class T>
class oneshot_core final : public channel_base, public pooled_for<T> {
  static_assert(!std::is_void_v<T>, "use std::monostate for nothing");

public:
  /// False if nobody waits for it any more.
  bool send(T &&sent) {
    if (is_closed())
      return false;
    value_.emplace(std::move(sent));
    std::unique_lock held(lock);
    if (closed)
      return false;
    closed = true;
    is_sent_ = true;
    list_waiter *const receiver = receivers.claim_front();
    held.unlock();
    if (receiver)
      schedule(*receiver->waiting);
    return true;
  }

  /// Once, by the receiver, after it has seen the channel closed.
  std::optional<T> take() {
    return is_sent_ ? std::move(value_) : std::nullopt;
  }

  void side_has_gone(side) noexcept { close(); }

private:
  std::optional<T> value_; ///< the sender's until it is sent
  bool is_sent_ = false;
};

/// Each side of a oneshot has one handle, which moves.
template <class T, side Side>
class oneshot_end : public channel_end<oneshot_core<T>, Side> {
public:
  oneshot_end() = default;
  oneshot_end(oneshot_end &&) = default;
  oneshot_end &operator=(oneshot_end &&) = default;

  explicit operator bool() const noexcept { return this->core_ != nullptr; }

protected:
  explicit oneshot_end(oneshot_core<T> &core) noexcept
      : channel_end<oneshot_core<T>, Side>(core) {}
  ~oneshot_end() = default;
};

} // namespace detail

/// Sends the value. Dropped before that, it tells the receiver that there will
/// be none. Moves, does not copy; empty after it has sent. Not thread-safe.
template <class T>
class COROLINT_SHARED_UNSYNC oneshot_sender
    : public detail::oneshot_end<T, detail::side::sending> {
public:
  oneshot_sender() = default;

  /// False if the receiver has gone, or a value was sent before; \p value is
  /// destroyed then. The receiver may still go before it looks.
  COROLINT_NONBLOCKING bool send(T value) {
    const oneshot_sender used = std::move(*this);
    return used.core_ && used.core_->send(std::move(value));
  }

  /// Nobody waits for the value any more.
  bool is_closed() const noexcept {
    return !this->core_ || this->core_->is_closed();
  }

private:
  friend std::pair<oneshot_sender<T>, oneshot_receiver<T>> oneshot<T>();
  explicit oneshot_sender(detail::oneshot_core<T> &core) noexcept
      : detail::oneshot_end<T, detail::side::sending>(core) {}
};

/// Receives the value: `co_await std::move(receiver)` waits for it, and gives
/// an error if the sender goes without sending one. Throws task_consumed if it
/// was awaited or moved before. To be stopped there loses the value that would
/// have come. Moves, does not copy. Not thread-safe.
template <class T>
class [[nodiscard]] COROLINT_SHARED_UNSYNC oneshot_receiver
    : public detail::oneshot_end<T, detail::side::receiving> {
public:
  oneshot_receiver() = default;

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND awaiter final
      : public detail::queued_operation<awaiter> {
  public:
    bool await_ready() const {
      if (!from_)
        detail::throw_consumed();
      return false;
    }
    result<T, closed> await_resume() {
      std::optional<T> value = from_.core_->take();
      if (!value)
        return failure(closed());
      return *std::move(value);
    }

  private:
    friend oneshot_receiver;
    friend detail::queued_operation<awaiter>;

    explicit awaiter(oneshot_receiver &&from) noexcept
        : from_(std::move(from)) {}

    bool try_or_wait(detail::job &self) noexcept {
      detail::oneshot_core<T> &core = *from_.core_;
      core.lock.lock();
      if (core.closed) {
        core.lock.unlock();
        return true;
      }
      this->wait(self);
      return false;
    }
    detail::spin_lock &lock() const noexcept { return from_.core_->lock; }
    detail::waiter_list &line() const noexcept {
      return from_.core_->receivers;
    }

    oneshot_receiver from_;
  };

  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("the value that is to come") awaiter
  operator co_await() && noexcept {
    return awaiter(std::move(*this));
  }

  /// The value if it is there: once.
  COROLINT_NONBLOCKING result<T, try_error> try_receive() {
    if (this->core_ && !this->core_->is_closed())
      return failure(try_error::would_wait);
    const oneshot_receiver used = std::move(*this);
    std::optional<T> value;
    if (used.core_)
      value = used.core_->take();
    if (!value)
      return failure(try_error::closed);
    return *std::move(value);
  }

  /// Tells the sender that nobody waits. A value that was sent before can still
  /// be received.
  COROLINT_NONBLOCKING void close() noexcept {
    if (this->core_)
      this->core_->close();
  }

private:
  friend std::pair<oneshot_sender<T>, oneshot_receiver<T>> oneshot<T>();
  explicit oneshot_receiver(detail::oneshot_core<T> &core) noexcept
      : detail::oneshot_end<T, detail::side::receiving>(core) {}
};

template <class T> std::pair<oneshot_sender<T>, oneshot_receiver<T>> oneshot() {
  auto *core = new detail::oneshot_core<T>();
  return {oneshot_sender<T>(*core), oneshot_receiver<T>(*core)};
}

} // namespace corolint::rt

#endif
