#include "gate.hpp"
#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "thread.hpp"
#include <atomic>

namespace corolint::rt::detail {

shut_gate::shut_gate() noexcept {
  gate_is_shut.fetch_add(1, std::memory_order_relaxed);
  heavy_fence(); // pairs with the light one in pass_gate()
}

shut_gate::~shut_gate() {
  if (gate_is_shut.fetch_sub(1, std::memory_order_release) == 1)
    gate_is_shut.notify_all();
}

void wait_at_gate() noexcept {
  const reporting quiet;
  while (const unsigned shut = gate_is_shut.load(std::memory_order_acquire))
    gate_is_shut.wait(shut, std::memory_order_acquire);
}

} // namespace corolint::rt::detail
