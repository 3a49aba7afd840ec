// A channel that never makes its senders wait.

#ifndef COROLINT_RT_UNBOUNDED_CHANNEL_HPP
#define COROLINT_RT_UNBOUNDED_CHANNEL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/closed.hpp"
#include "corolint/rt/detail/channel_base.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/result.hpp"
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace corolint::rt {

template <class T> class unbounded_receive_awaiter;
template <class T> class unbounded_sender;
template <class T> class unbounded_receiver;

/// Makes a channel that holds any number of values that nobody has received
/// yet. It grows for as long as its senders are faster than its receivers: use
/// `channel` unless something else limits them.
template <class T>
COROLINT_UNBOUNDED std::pair<unbounded_sender<T>, unbounded_receiver<T>>
unbounded_channel();

namespace detail {

/// A value on its way. Made and moved outside of the lock.
template <class T> struct message : pooled_for<T> {
  explicit message(T &&value) : value(std::move(value)) {}

  message *next = nullptr;
  T value;
};

template <class T> class unbounded_core final : public channel_base {
public:
  using message_ptr = std::unique_ptr<message<T>>;

  unbounded_core() = default;
  unbounded_core(const unbounded_core &) = delete;
  ~unbounded_core() { drop_all(); }

  /// False if the channel is closed.
  bool put(message_ptr sent) noexcept {
    std::unique_lock held(lock);
    if (closed)
      return false;
    if (list_waiter *receiver = receivers.claim_front()) {
      held.unlock();
      static_cast<unbounded_receive_awaiter<T> &>(*receiver).received_ =
          std::move(sent);
      schedule(*receiver->waiting);
      return true;
    }
    message<T> *const added = sent.release();
    (last_ ? last_->next : first_) = added;
    last_ = added;
    const std::size_t length = ++size_;
    held.unlock();
    queue_grows(length);
    return true;
  }

  /// The oldest one, or null. Under the lock.
  message_ptr take() noexcept {
    message<T> *const taken = first_;
    if (taken) {
      first_ = taken->next;
      if (!first_)
        last_ = nullptr;
      --size_;
    }
    return message_ptr(taken);
  }

  void side_has_gone(side which) noexcept {
    close();
    // Nobody is left who could look.
    if (which == side::receiving)
      drop_all();
  }

  std::size_t size() noexcept {
    const std::lock_guard held(lock);
    return size_;
  }

private:
  void drop_all() noexcept {
    while (take())
      ;
  }

  message<T> *first_ = nullptr;
  message<T> *last_ = nullptr;
  std::size_t size_ = 0;
};

} // namespace detail

/// The awaitable of unbounded_receiver::receive.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND unbounded_receive_awaiter final
    : public detail::queued_operation<unbounded_receive_awaiter<T>> {
public:
  std::optional<T> await_resume() {
    if (!received_)
      return std::nullopt;
    return std::move(received_->value);
  }

private:
  friend unbounded_receiver<T>;
  friend detail::unbounded_core<T>;
  friend detail::queued_operation<unbounded_receive_awaiter>;

  explicit unbounded_receive_awaiter(detail::unbounded_core<T> *core) noexcept
      : core_(core) {}

  bool try_or_wait(detail::job &self) noexcept {
    if (!core_)
      return true;
    core_->lock.lock();
    received_ = core_->take();
    if (received_ || core_->closed) {
      core_->lock.unlock();
      return true;
    }
    this->wait(self);
    return false;
  }
  detail::spin_lock &lock() const noexcept { return core_->lock; }
  detail::waiter_list &line() const noexcept { return core_->receivers; }

  detail::unbounded_core<T> *core_;
  typename detail::unbounded_core<T>::message_ptr received_;
};

/// The end of an unbounded channel at which values go in. As sender, but it
/// never waits.
template <class T>
class COROLINT_UNBOUNDED unbounded_sender
    : public detail::closing_end<detail::unbounded_core<T>,
                                 detail::side::sending> {
public:
  using value_type = T;

  unbounded_sender() = default;

  /// An error if the channel is closed; the value is destroyed then.
  COROLINT_NONBLOCKING COROLINT_UNBOUNDED result<void, closed>
  send(T value) const {
    if (!this->core_ || !this->core_->put(std::make_unique<detail::message<T>>(
                            std::move(value))))
      return failure(closed());
    return {};
  }

private:
  friend std::pair<unbounded_sender<T>, unbounded_receiver<T>>
  unbounded_channel<T>();
  explicit unbounded_sender(detail::unbounded_core<T> &core) noexcept
      : unbounded_sender::closing_end(core) {}
};

/// The end of an unbounded channel at which values come out, each of them once.
/// As receiver.
template <class T>
class unbounded_receiver
    : public detail::receiving_end<detail::unbounded_core<T>> {
public:
  using value_type = T;

  unbounded_receiver() = default;

  /// As receiver::receive.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE unbounded_receive_awaiter<T>
  receive() const noexcept {
    return unbounded_receive_awaiter<T>(this->core_);
  }

  COROLINT_NONBLOCKING result<T, try_error> try_receive() const {
    if (!this->core_)
      return failure(try_error::closed);
    std::unique_lock held(this->core_->lock);
    auto received = this->core_->take();
    if (!received)
      return failure(this->core_->closed ? try_error::closed
                                         : try_error::would_wait);
    held.unlock();
    return std::move(received->value);
  }

private:
  friend std::pair<unbounded_sender<T>, unbounded_receiver<T>>
  unbounded_channel<T>();
  explicit unbounded_receiver(detail::unbounded_core<T> &core) noexcept
      : unbounded_receiver::receiving_end(core) {}
};

template <class T>
std::pair<unbounded_sender<T>, unbounded_receiver<T>> unbounded_channel() {
  auto *core = new detail::unbounded_core<T>();
  return {unbounded_sender<T>(*core), unbounded_receiver<T>(*core)};
}

} // namespace corolint::rt

#endif
