// What grows without a bound.

#ifndef COROLINT_RT_SRC_CHECKED_GROWTH_HPP
#define COROLINT_RT_SRC_CHECKED_GROWTH_HPP

#include <cstddef>

namespace corolint::rt::detail {

/// One more job was spawned; \p count of them live. By who spawns it.
void tasks_grow(std::size_t count) noexcept;

} // namespace corolint::rt::detail

#endif
