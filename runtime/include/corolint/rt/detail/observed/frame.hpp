// What a coroutine remembers: who made it, where it awaits, what it was given.

#ifndef COROLINT_RT_DETAIL_OBSERVED_FRAME_HPP
#define COROLINT_RT_DETAIL_OBSERVED_FRAME_HPP

#include "corolint/rt/detail/observed/calls.hpp"
#include "corolint/rt/detail/observed/loans.hpp"
#include "corolint/rt/detail/type_text.hpp"
#include <concepts>
#include <coroutine>
#include <source_location>
#include <span>
#include <type_traits>
#include <utility>

namespace corolint::rt::detail {

template <class Awaitable> class observed_awaiter;
class observed_frame;

/// A parameter of a coroutine.
struct carried {
  const char *type; ///< within a longer text, as the compiler writes it
  bool is_sendable;
};

/// The parameters of a coroutine; the object of a member comes first, or the
/// closure of a lambda.
struct cargo {
  const carried *first = nullptr;
  unsigned count = 0;
  /// What each of them has lent to the coroutine of that promise. Null: none.
  std::span<loan> (*loans)(observed_frame &) noexcept = nullptr;
};

/// The part of a promise that says what its coroutine does.
class observed_frame {
public:
  observed_frame() = default;
  observed_frame(const observed_frame &) = delete;
  observed_frame &operator=(const observed_frame &) = delete;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  void set_creation(creation at) noexcept { creation_ = at; }
  void set_cargo(const cargo &what) noexcept { cargo_ = &what; }

  /// What suspends by itself.
  template <class Awaitable>
  observed_awaiter<Awaitable &&>
  await_transform(Awaitable &&awaited,
                  std::source_location at = std::source_location::current()) {
    awaits_at_ = at;
    awaits_what_ = type_text<std::remove_cvref_t<Awaitable>>();
    return observed_awaiter<Awaitable &&>(std::forward<Awaitable>(awaited));
  }
  /// A coroutine of ours, which runs at once and says itself where it suspends.
  template <class Coroutine>
    requires std::derived_from<typename Coroutine::promise_type, observed_frame>
  Coroutine &&
  await_transform(Coroutine &&awaited,
                  std::source_location at = std::source_location::current()) {
    awaits_at_ = at;
    return std::move(awaited);
  }

  /// Somebody awaits, spawns or branches off the coroutine: it is no longer
  /// the duty of who called it. \p parent: who awaits it, or null.
  void taken(observed_frame *parent) noexcept { parent_ = parent; }

  /// The co_await at which it stands, or stood last. Line 0: at none yet.
  const std::source_location &awaits_at() const noexcept { return awaits_at_; }
  /// The type of what it awaits, in what type_text() gives. Of a coroutine that
  /// has suspended there itself, not in one that it awaits.
  const char *awaits_what() const noexcept { return awaits_what_; }
  observed_frame *parent() const noexcept { return parent_; }
  /// Its parameters; null if all of them are sendable and nothing is lent.
  const cargo *takes() const noexcept { return cargo_; }
  const creation &made_by() const noexcept { return creation_; }

protected:
  ~observed_frame() = default;

  /// The coroutine is destroyed and nobody ever took it.
  void never_ran() const noexcept;

private:
  std::source_location awaits_at_;
  const char *awaits_what_; ///< not set before the first co_await
  observed_frame *parent_;  ///< not set before it is taken
  const cargo *cargo_ = nullptr;
  creation creation_;
};

} // namespace corolint::rt::detail

#endif
