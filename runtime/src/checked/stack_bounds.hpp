// Where the stack of a thread lies.

#ifndef COROLINT_RT_SRC_CHECKED_STACK_BOUNDS_HPP
#define COROLINT_RT_SRC_CHECKED_STACK_BOUNDS_HPP

#include <cstdint>

namespace corolint::rt::detail {

/// Stacks grow towards lower addresses.
struct stack_bounds {
  std::uintptr_t lowest = 0;
  std::uintptr_t end = 0; ///< no frame is above it; 0: not known
};

/// Of the calling thread, as the system has made it.
stack_bounds this_stack() noexcept;

} // namespace corolint::rt::detail

#endif
