// Where calls came from, as addresses.

#ifndef COROLINT_RT_DETAIL_OBSERVED_CALLS_HPP
#define COROLINT_RT_DETAIL_OBSERVED_CALLS_HPP

#include <array>
#include <cstdint>

namespace corolint::rt::detail {

/// An address within the function that this is inlined into.
[[gnu::always_inline]] inline std::uintptr_t program_counter() noexcept {
  std::uintptr_t here = 0;
#if defined(__x86_64__)
  asm volatile("lea 0(%%rip), %0" : "=r"(here));
#elif defined(__aarch64__)
  asm volatile("adr %0, ." : "=r"(here));
#endif
  return here;
}

/// Fills \p to with the addresses to which the functions return that lie around
/// the one with the frame pointer \p frame, the innermost first; at most
/// \p depth of them. Returns how many.
unsigned walk_calls(std::uintptr_t *to, unsigned depth,
                    const void *frame) noexcept;

/// Where a call came from: the addresses to which the functions around it
/// return, the innermost first. Taken by frame pointers, without a lock and
/// without memory; what was compiled without them is left out.
template <unsigned Depth> struct call_trace {
  /// Of the function that calls this, which is the first.
  [[gnu::always_inline]] static call_trace here() noexcept {
    call_trace trace;
    trace.addresses[0] = program_counter();
    trace.count = 1 + walk_calls(trace.addresses.data() + 1, Depth - 1,
                                 __builtin_frame_address(0));
    return trace;
  }

  const std::uintptr_t *begin() const noexcept { return addresses.data(); }
  const std::uintptr_t *end() const noexcept { return begin() + count; }

  std::array<std::uintptr_t, Depth> addresses{}; ///< the rest is 0
  unsigned count = 0;
};

/// Who spawns a task: behind few functions of this library, and each task has
/// one.
using spawn_trace = call_trace<6>;
/// Who takes a lock: behind more of the standard library.
using lock_trace = call_trace<12>;

/// Where a coroutine was made. Taken by the function that makes it, as the
/// default argument of get_return_object(): its caller is the one who called
/// the coroutine.
struct creation {
  [[gnu::always_inline]] static creation here() noexcept {
    return {program_counter(),
            reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))};
  }

  std::uintptr_t made_at; ///< in the function that makes it
  /// Where the call of that function returns to, unless it was inlined.
  std::uintptr_t call_returns_to;
};

} // namespace corolint::rt::detail

#endif
