// What is done at each co_await of what suspends by itself.

#ifndef COROLINT_RT_DETAIL_OBSERVED_AWAITER_HPP
#define COROLINT_RT_DETAIL_OBSERVED_AWAITER_HPP

#include "corolint/rt/detail/observed/frame.hpp"
#include "corolint/rt/detail/observed/job.hpp"
#include "corolint/rt/detail/observed/rarely.hpp"
#include <coroutine>
#include <type_traits>
#include <utility>

namespace corolint::rt::detail {

class job;

/// \p frame gives its thread away while locks are held, or may do so.
[[gnu::cold]] void suspends_with_locks(const observed_frame &frame) noexcept;

/// \p stopped was asked to stop, and its innermost coroutine is about to await.
void awaits_after_stop(job &stopped) noexcept;

/// Does what the awaiter of \p Awaitable does, and looks at the locks that are
/// held and at what was asked to stop.
template <class Awaitable> class observed_awaiter {
  static decltype(auto) awaiter_of(Awaitable &&awaited) {
    if constexpr (requires {
                    static_cast<Awaitable &&>(awaited).operator co_await();
                  })
      return static_cast<Awaitable &&>(awaited).operator co_await();
    else if constexpr (requires {
                         operator co_await(static_cast<Awaitable &&>(awaited));
                       })
      return operator co_await(static_cast<Awaitable &&>(awaited));
    else
      return static_cast<Awaitable &&>(awaited);
  }
  // Nothing can be missed of one without members: it needs no room in the
  // frame.
  using original = decltype(awaiter_of(std::declval<Awaitable>()));
  using awaiter = std::conditional_t<
      std::is_rvalue_reference_v<original> &&
          std::is_empty_v<std::remove_reference_t<original>> &&
          std::is_trivially_copyable_v<std::remove_reference_t<original>>,
      std::remove_cvref_t<original>, original>;

public:
  explicit observed_awaiter(Awaitable &&awaited)
      : inner_(awaiter_of(static_cast<Awaitable &&>(awaited))) {}
  observed_awaiter(observed_awaiter &&) = delete;

  decltype(auto) await_ready() noexcept(noexcept(inner().await_ready())) {
    return inner().await_ready();
  }
  template <class Promise>
  decltype(auto)
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept(
      noexcept(inner().await_suspend(suspended))) {
    Promise &promise = suspended.promise();
    if (locks_held) [[unlikely]]
      rarely<suspends_with_locks>(static_cast<const observed_frame &>(promise));
    if constexpr (is_of_runtime<Awaitable>) {
      promise.owner->suspends(promise);
    } else {
      // What is ours ends a task that was stopped.
      if (promise.owner->stop_requested()) [[unlikely]]
        awaits_after_stop(*promise.owner);
      promise.owner->suspends_elsewhere(promise);
    }
    return inner().await_suspend(suspended);
  }
  decltype(auto) await_resume() noexcept(noexcept(inner().await_resume())) {
    return inner().await_resume();
  }

private:
  std::remove_reference_t<awaiter> &inner() noexcept { return inner_; }

  awaiter inner_;
};

} // namespace corolint::rt::detail

#endif
