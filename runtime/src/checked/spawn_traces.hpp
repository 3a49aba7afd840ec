// The traces of spawns, each of them once.

#ifndef COROLINT_RT_SRC_CHECKED_SPAWN_TRACES_HPP
#define COROLINT_RT_SRC_CHECKED_SPAWN_TRACES_HPP

#include "corolint/rt/detail/observed.hpp"

namespace corolint::rt::detail {

/// What equals \p trace and stays for as long as the program runs, so that a
/// job need not hold what it shares with thousands of others. Programs spawn
/// from few places; of one that spawns from more than are kept, and when memory
/// is short, a trace without an address. Thread-safe, without a lock.
const spawn_trace &kept(const spawn_trace &trace) noexcept;

} // namespace corolint::rt::detail

#endif
