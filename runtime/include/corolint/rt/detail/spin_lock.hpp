// A lock for a few instructions that never sleep and never call user code.

#ifndef COROLINT_RT_DETAIL_SPIN_LOCK_HPP
#define COROLINT_RT_DETAIL_SPIN_LOCK_HPP

#include <atomic>
#include <thread>

namespace corolint::rt::detail {

/// Tells the processor that this thread only waits for another one.
inline void relax() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

class spin_lock {
public:
  void lock() noexcept {
    for (unsigned tries = 0; locked_.exchange(true, std::memory_order_acquire);)
      while (locked_.load(std::memory_order_relaxed))
        // The owner may have been taken off its processor.
        if (++tries % 64 == 0)
          std::this_thread::yield();
        else
          relax();
  }
  bool try_lock() noexcept {
    return !locked_.exchange(true, std::memory_order_acquire);
  }
  void unlock() noexcept { locked_.store(false, std::memory_order_release); }

private:
  std::atomic<bool> locked_{false};
};

} // namespace corolint::rt::detail

#endif
