// The stack of another thread.

#ifndef COROLINT_RT_SRC_CHECKED_SAMPLE_HPP
#define COROLINT_RT_SRC_CHECKED_SAMPLE_HPP

#include "call_stack.hpp"
#include <optional>
#include <pthread.h>

namespace corolint::rt::detail {

/// The stack of \p thread, which lives: it is interrupted by a signal, and its
/// handler takes the stack. Empty if it does not answer soon, or if the program
/// uses the signal itself. Thread-safe.
std::optional<call_stack> sample(pthread_t thread);

} // namespace corolint::rt::detail

#endif
