#include "corolint/rt/timeout.hpp"
#include <utility>

namespace corolint::rt::detail {

void deadline_timer::arm(job &target, scheduler &home, tick due) noexcept {
  timer_.target = &target;
  timer_.due = due;
  armed_ = true;
  home.wheel().arm(timer_, home.now(), [] { return true; });
  home.timer_armed(due);
}

void deadline_timer::disarm() noexcept {
  if (std::exchange(armed_, false))
    timer_.wheel->disarm(timer_);
}

} // namespace corolint::rt::detail
