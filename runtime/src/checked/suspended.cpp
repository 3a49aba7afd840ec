// What a job notes of where it stands.

#include "corolint/rt/detail/scheduler.hpp"
#include "thread.hpp"
#include <chrono>

namespace corolint::rt::detail {

void note_time() noexcept {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
  coarse_time.store(static_cast<std::uint32_t>(now.count()),
                    std::memory_order_relaxed);
}

void observed_job::suspends_elsewhere(const observed_frame &frame) noexcept {
  outside_.at.store(frame.awaits_at(), std::memory_order_relaxed);
  outside_.what.store(frame.awaits_what(), std::memory_order_relaxed);
  since_.store(coarse_time.load(std::memory_order_relaxed),
               std::memory_order_relaxed);
  set_stage(job_stage::elsewhere);
}

void suspends_unlike_most(observed_job &suspended,
                          const observed_frame &frame) noexcept {
  if (suspended.stage() != job_stage::elsewhere)
    return;
  // What it awaited before may have been ready at once.
  if (running_job() == &suspended)
    suspended.set_begun();
  else
    suspended.suspends_elsewhere(frame);
}

} // namespace corolint::rt::detail
