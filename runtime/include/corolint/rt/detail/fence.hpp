// Fences of which one side is free.
//
// Two threads that each write one place and then read the other's have to order
// the write before the read. Where one side does so a million times as often,
// it pays a compiler barrier only, and the rare side makes the kernel interrupt
// every thread of the process (membarrier). If the kernel refuses, both pay.

#ifndef COROLINT_RT_DETAIL_FENCE_HPP
#define COROLINT_RT_DETAIL_FENCE_HPP

#include <atomic>

namespace corolint::rt::detail {

/// Set before the first scheduler starts, never changed after.
extern bool fences_are_asymmetric;

/// Asks the kernel. Called by each scheduler as it starts.
void prepare_fences() noexcept;

/// The frequent side.
inline void light_fence() noexcept {
  if (fences_are_asymmetric) [[likely]]
    std::atomic_signal_fence(std::memory_order_seq_cst);
  else
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

/// The rare side. Pairs with light_fence of all other threads.
void heavy_fence() noexcept;

} // namespace corolint::rt::detail

#endif
