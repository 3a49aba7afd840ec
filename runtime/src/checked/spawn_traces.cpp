#include "spawn_traces.hpp"
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <new>

namespace corolint::rt::detail {

// A hash table with open addressing that only grows, and whose entries never
// change: to look is one load, to add one exchange.
static constexpr std::size_t slot_count = std::size_t(1) << 14;
static constexpr std::size_t most_probes = 64;
static constinit std::array<std::atomic<const spawn_trace *>, slot_count>
    slots{};

static std::size_t first_slot(const spawn_trace &trace) noexcept {
  std::uint64_t mixed = 0;
  for (const std::uintptr_t each : trace.addresses)
    mixed = std::rotl(mixed, 11) ^ each;
  // Fibonacci hashing: the upper bits of the product depend on all of it.
  return mixed * 0x9E3779B97F4A7C15 >> 50;
}

const spawn_trace &kept(const spawn_trace &trace) noexcept {
  static_assert(slot_count == std::size_t(1) << (64 - 50));
  static constexpr spawn_trace unknown{};
  const std::size_t first = first_slot(trace);
  const spawn_trace *added = nullptr;
  for (std::size_t probe = 0; probe != most_probes; ++probe) {
    std::atomic<const spawn_trace *> &slot =
        slots[(first + probe) % slot_count];
    const spawn_trace *at = slot.load(std::memory_order_acquire);
    if (!at) {
      if (!added)
        added = new (std::nothrow) spawn_trace(trace);
      if (!added)
        return unknown;
      if (slot.compare_exchange_strong(at, added, std::memory_order_acq_rel,
                                       std::memory_order_acquire))
        return *added;
    }
    if (at->addresses == trace.addresses) {
      delete added; // somebody else was faster
      return *at;
    }
  }
  delete added;
  return unknown;
}

} // namespace corolint::rt::detail
