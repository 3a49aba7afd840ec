#include "quiet_watch.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "deadlock.hpp"

namespace corolint::rt::detail {

void quiet_watch::look(scheduler &home) {
  if constexpr (is_checked) {
    const clock::time_point now = clock::now();
    if (!home.is_quiet()) {
      goes_on();
      is_known_ = false;
    } else if (since_ == clock::time_point()) {
      since_ = now;
    } else if (!is_known_ && now - since_ >= longest_) {
      is_known_ = report_never_resumed(home);
      since_ = now; // a thread that could have helped may end
    }
  }
}

} // namespace corolint::rt::detail
