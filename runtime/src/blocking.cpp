#include "corolint/rt/blocking.hpp"

namespace corolint::rt::detail {

void blocking_call_base::run() noexcept {
  if (state_.load(std::memory_order_acquire) != state::abandoned) {
    call();
    finish();
  }
  release();
}

void blocking_call_base::refuse(std::exception_ptr reason) noexcept {
  fail(std::move(reason));
  finish();
  release();
}

void blocking_call_base::finish() noexcept {
  state expected = state::pending;
  if (!state_.compare_exchange_strong(expected, state::done,
                                      std::memory_order_acq_rel))
    return;
  // Whoever stops the awaiter waits from now on until we let go of it.
  job &waiting = *waiting_;
  if (waiting.claim(*waiter_))
    schedule(waiting);
  else
    state_.store(state::let_go, std::memory_order_release);
}

void blocking_call_base::abandon(scheduler &home) noexcept {
  while (state_.load(std::memory_order_acquire) == state::arming)
    relax(); // that takes a few instructions more
  state expected = state::pending;
  if (state_.compare_exchange_strong(expected, state::abandoned,
                                     std::memory_order_acq_rel)) {
    if (withdraw_blocking(home, *this))
      release();
    return;
  }
  while (state_.load(std::memory_order_acquire) != state::let_go)
    relax();
}

} // namespace corolint::rt::detail
