// Tasks that are destroyed and never ran.

#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <exception>
#include <string>

namespace corolint::rt::detail {

/// True if what stands around the task goes away as well: it could not have
/// been awaited any more.
static bool is_swept_away() noexcept {
  const worker *const here = this_worker;
  return std::uncaught_exceptions() != 0 ||
         (here && here->current && here->current->is_unwinding());
}

void observed_frame::never_ran() const noexcept {
  const checked_level level = default_checked_level();
  if (level == checked_level::off || is_swept_away())
    return;
  const reporting quiet;
  const code_place call = call_place(*this);
  if (call.file.empty())
    return; // made by a library, which knows what it does
  const code_place coroutine = declaration(creation_.made_at);
  const std::string name = coroutine.short_name();
  misuse_notes notes;
  notes.add("'" + name + "' is declared here", coroutine.where());
  notes.add("co_await it, return it, or hand it to a function that spawns it",
            call.where());
  const std::string text = "the task returned by '" + name +
                           "' is dropped; it is lazy, so '" + name +
                           "' never runs";
  report_misuse({"coro-discarded-task", text, call.where(), notes.all()},
                level);
}

} // namespace corolint::rt::detail
