#include "gate.hpp"
#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "thread.hpp"
#include <atomic>
#include <cstdint>

namespace corolint::rt::detail {

shut_gate::shut_gate() noexcept {
  attention.fetch_add(gate_shut, std::memory_order_relaxed);
  heavy_fence(); // pairs with the light one in pass_gate()
}

shut_gate::~shut_gate() {
  if ((attention.fetch_sub(gate_shut, std::memory_order_release) &
       gate_shut_at_all) == gate_shut)
    attention.notify_all();
}

void pay_attention() noexcept {
  // Before there was a scheduler nobody knew.
  if (fences_are_asymmetric)
    attention.fetch_and(~fence_needed, std::memory_order_relaxed);
  light_fence();
  const reporting quiet;
  std::uint64_t now = attention.load(std::memory_order_acquire);
  while ((now & gate_shut_at_all) != 0) {
    attention.wait(now, std::memory_order_acquire);
    now = attention.load(std::memory_order_acquire);
  }
}

} // namespace corolint::rt::detail
