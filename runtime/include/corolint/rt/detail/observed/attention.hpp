// What a worker has to see to before it runs a job: all of it in one word, so
// that it costs one look.

#ifndef COROLINT_RT_DETAIL_OBSERVED_ATTENTION_HPP
#define COROLINT_RT_DETAIL_OBSERVED_ATTENTION_HPP

#include <atomic>
#include <cstdint>

namespace corolint::rt::detail {

/// How often the gate is shut: somebody looks at the jobs that do not run, and
/// no worker begins to run one.
inline constexpr std::uint64_t gate_shut = 1;
inline constexpr std::uint64_t gate_shut_at_all = 0xffff;
/// How many loans there are of which the memory has gone, and nobody has asked.
inline constexpr std::uint64_t loan_ended = gate_shut_at_all + 1;
/// The kernel has no asymmetric fences; or nobody has looked yet.
inline constexpr std::uint64_t fence_needed = std::uint64_t(1) << 63;
inline constexpr std::uint64_t loan_ended_at_all =
    ~(gate_shut_at_all | fence_needed);

inline constinit std::atomic<std::uint64_t> attention{fence_needed};

} // namespace corolint::rt::detail

#endif
