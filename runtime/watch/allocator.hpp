// Who gives the program its memory: libc, the program, or a library such as
// jemalloc, which locks mutexes by the functions that this library stands
// before.

#ifndef COROLINT_RT_WATCH_ALLOCATOR_HPP
#define COROLINT_RT_WATCH_ALLOCATOR_HPP

#include "call_stack.hpp"

namespace corolint::rt::detail {

/// Looks for it. Takes memory.
void find_allocator() noexcept;

/// True if \p stack has a call that gives or takes memory. What such a call
/// waits for is nothing that a user could edit, and to report it takes memory.
bool is_in_allocator(const call_stack &stack) noexcept;

} // namespace corolint::rt::detail

#endif
