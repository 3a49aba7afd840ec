// Where the stack of a thread begins.

#ifndef COROLINT_RT_SRC_CHECKED_END_OF_STACK_HPP
#define COROLINT_RT_SRC_CHECKED_END_OF_STACK_HPP

#include <cstdint>

namespace corolint::rt::detail {

/// No frame of the calling thread is above it. 0 if it is not known.
std::uintptr_t end_of_stack() noexcept;

} // namespace corolint::rt::detail

#endif
