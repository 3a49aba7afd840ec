#include "corolint/rt/time.hpp"

namespace corolint::rt {

void sleep_awaiter::prepare() noexcept {
  on_stop = [](detail::stop_waiter &self) noexcept {
    auto &waiter = static_cast<sleep_awaiter &>(self);
    waiter.timer_.wheel->disarm(waiter.timer_);
    return true;
  };
}

bool sleep_awaiter::begin(detail::job &self) noexcept {
  detail::scheduler &home = self.home();
  const detail::tick now = home.now();
  timer_.target = &self;
  timer_.waiter = this;
  timer_.due = absolute_ ? home.tick_after(clock::time_point(until_))
                         : home.tick_in(now, until_);
  // The job may be woken, and this gone, as soon as it is armed.
  const detail::tick due = timer_.due;
  if (!home.wheel().arm(timer_, now, [&] { return self.arm(*this); }))
    return false;
  home.timer_armed(due);
  return true;
}

} // namespace corolint::rt
