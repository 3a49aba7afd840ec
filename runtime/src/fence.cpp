#include "corolint/rt/detail/fence.hpp"
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace corolint::rt::detail {

bool fences_are_asymmetric = false;

static long membarrier(int command) noexcept {
  return ::syscall(SYS_membarrier, command, 0, 0);
}

void prepare_fences() noexcept {
  static const bool works =
      membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0;
  static const bool set = (fences_are_asymmetric = works);
  static_cast<void>(set);
}

void heavy_fence() noexcept {
  if (fences_are_asymmetric)
    membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
  else
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

} // namespace corolint::rt::detail
