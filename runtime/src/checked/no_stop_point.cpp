// Tasks that were asked to stop and go on.

#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

namespace corolint::rt::detail {

void awaits_after_stop(job &stopped) noexcept {
  using namespace std::chrono;
  // Once is what any stopped task does: that await ends it. Who awaits again
  // has been resumed.
  constexpr auto reported = std::numeric_limits<std::uint32_t>::max();
  const scheduler &home = stopped.home();
  if (home.level() == checked_level::off || stopped.ran_on_since_ == reported)
    return;
  note_time();
  const std::uint32_t now = coarse_time.load(std::memory_order_relaxed);
  if (stopped.ran_on_since_ == 0) {
    stopped.ran_on_since_ = now;
    return;
  }
  const milliseconds span(now - stopped.ran_on_since_);
  if (span < home.stall_limit())
    return;
  stopped.ran_on_since_ = reported;
  const reporting quiet;
  const await_chain chain(stopped.innermost());
  const await_chain::site *const stands = chain.begin();
  if (stands == chain.end())
    return;
  misuse_notes notes;
  notes.add_awaits(chain);
  notes.add_spawn(stopped);
  const std::string file = file_of(*stands);
  const std::string text =
      "this task was asked to stop " + std::to_string(span.count()) +
      " ms ago and goes on: it awaits nothing that stops it; co_await "
      "rt::checkpoint() now and then";
  report_misuse({"coro-loop-without-suspend",
                 text,
                 {file, stands->at.line(), {}},
                 notes.all()},
                home.level());
}

} // namespace corolint::rt::detail
