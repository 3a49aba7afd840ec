// Tasks that are destroyed and never ran, and handles that nobody kept.

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
  const code_place call = dropping_place(*this);
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

void observed_job::handle_dropped() const noexcept {
  // Whoever keeps the handle across a suspension has let the task run.
  const worker *const here = this_worker;
  if (!here || spawned_by_ != here->index + 1 ||
      spawned_in_ != here->feel().jobs ||
      here->home.level() == checked_level::off || is_swept_away())
    return;
  const reporting quiet;
  const code_place spawn = spawn_place(*this);
  const code_place drop = calling_place();
  // A handle in a variable lets the task run until the end of its scope.
  if (spawn.file.empty() || drop.file.empty() || spawn.line != drop.line ||
      spawn.function != drop.function)
    return;
  misuse_notes notes;
  notes.add("co_await it, or detach it", spawn.where());
  report_misuse(
      {"coro-discarded-task",
       "the awaitable returned by 'spawn' is dropped; dropping it cancels its "
       "work at its next suspension",
       spawn.where(), notes.all()},
      here->home.level());
}

} // namespace corolint::rt::detail
