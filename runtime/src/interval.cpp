#include "corolint/rt/interval.hpp"

namespace corolint::rt {

clock::time_point interval::advance() noexcept {
  constexpr auto unavoidable = std::chrono::milliseconds(5);
  const clock::time_point due = *due_;
  const clock::duration late = detail::this_worker->home.time() - due;
  clock::time_point next = due + period_;
  if (late > unavoidable) {
    if (policy_ == missed_ticks::delay)
      next = due + late + period_;
    else if (policy_ == missed_ticks::skip)
      next += period_ * (late / period_);
  }
  due_ = next;
  return due;
}

} // namespace corolint::rt
