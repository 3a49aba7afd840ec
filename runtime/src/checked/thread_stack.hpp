// What stands on the stack of a thread while it waits for tasks.

#ifndef COROLINT_RT_SRC_CHECKED_THREAD_STACK_HPP
#define COROLINT_RT_SRC_CHECKED_THREAD_STACK_HPP

#include <atomic>
#include <cstdint>

namespace corolint::rt::detail {

/// Of one thread after the other: it is never freed, so that what was lent by a
/// thread that has ended can still ask. Written by its thread, read by all.
struct thread_stack {
  /// How many threads have had it: each of its loans says which one it is of.
  std::atomic<unsigned> generation{0};
  /// What lies below this address belongs to the wait of the thread for tasks.
  /// 0: it does not wait.
  std::atomic<std::uintptr_t> waits_at{0};

  thread_stack *next_free = nullptr;

  /// Of the calling thread.
  static thread_stack &mine() noexcept;
};

} // namespace corolint::rt::detail

#endif
