// Something that happens, and tasks that wait for it.

#ifndef COROLINT_RT_EVENT_HPP
#define COROLINT_RT_EVENT_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include <cstddef>

namespace corolint::rt {

/// Stays set until it is reset. Who waits for it goes on when it is set; who
/// comes later goes on at once.
///
/// set() does not touch it any more once a waiter can go on, which may destroy
/// it. Nobody may wait for it when it is destroyed. Thread-safe.
class event {
public:
  class awaiter;

  explicit event(bool is_set = false) noexcept
      : queue_(is_set ? happened : 0) {}
  event(const event &) = delete;
  event &operator=(const event &) = delete;

  /// Lets everybody go on who waits. Set twice is set once.
  COROLINT_NONBLOCKING void set() noexcept;
  /// From now on who waits has to wait.
  COROLINT_NONBLOCKING void reset() noexcept;
  bool is_set() const noexcept { return (queue_.peek() & happened) != 0; }

  /// To be stopped while waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter wait() noexcept;

private:
  friend class detail::gate_awaiter<event>;

  static constexpr std::size_t happened = detail::wait_queue::unit;

  bool take() const noexcept { return queue_.peek() == happened; }
  static bool take_from(const std::size_t &state) noexcept {
    return state == happened;
  }

  detail::wait_queue queue_;
};

/// The awaitable of wait().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND event::awaiter
    : public detail::gate_awaiter<event> {
public:
  explicit awaiter(event &awaited) noexcept : gate_awaiter(awaited) {}

  void await_resume() const noexcept {}
};

inline event::awaiter event::wait() noexcept { return awaiter(*this); }

/// Lets one waiter go on each time that it is set: the one that waits longest,
/// or the next one to come. Set twice with nobody waiting is set once.
///
/// Nobody may wait for it when it is destroyed. Thread-safe.
class auto_reset_event {
public:
  class awaiter;

  explicit auto_reset_event(bool is_set = false) noexcept
      : queue_(is_set ? happened : 0) {}
  auto_reset_event(const auto_reset_event &) = delete;
  auto_reset_event &operator=(const auto_reset_event &) = delete;

  COROLINT_NONBLOCKING void set() noexcept;
  /// Takes back what nobody has waited for yet.
  COROLINT_NONBLOCKING void reset() noexcept;
  bool is_set() const noexcept { return (queue_.peek() & happened) != 0; }

  /// To be stopped while waiting loses nothing: the next one goes on instead.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter wait() noexcept;

private:
  friend class detail::gate_awaiter<auto_reset_event>;

  static constexpr std::size_t happened = detail::wait_queue::unit;

  bool take() noexcept {
    std::size_t word = happened;
    return queue_.peek() == word && queue_.change(word, 0);
  }
  static bool take_from(std::size_t &state) noexcept {
    return state == happened && (state = 0, true);
  }

  detail::wait_queue queue_;
};

/// The awaitable of wait().
class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND auto_reset_event::awaiter
    : public detail::gate_awaiter<auto_reset_event> {
public:
  explicit awaiter(auto_reset_event &awaited) noexcept
      : gate_awaiter(awaited) {}

  void await_resume() const noexcept {}
};

inline auto_reset_event::awaiter auto_reset_event::wait() noexcept {
  return awaiter(*this);
}

extern template class detail::gate_awaiter<event>;
extern template class detail::gate_awaiter<auto_reset_event>;

} // namespace corolint::rt

#endif
