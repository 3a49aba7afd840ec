// Tasks that wait for each other: nothing runs, and who holds what they wait
// for waits as well.

#include "deadlock.hpp"
#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "registry.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace corolint::rt::detail {

namespace {

enum class waits_for { lock, task, something_else };

/// \p what: the type of an awaitable, as type_text() gives it. A lock is let go
/// by a task only, and a task is ended by itself; a message or an event may
/// come from a thread that is not ours.
waits_for reason(const char *what) {
  const std::string_view type(what);
  // Of `mutex`, `shared_mutex` and `guarded`.
  for (const std::string_view lock :
       {"mutex::lock_awaiter", "shared_mutex::", "access_awaiter"})
    if (type.find(lock) != type.npos)
      return waits_for::lock;
  for (const std::string_view task :
       {"join_handle", "join_operation", "join_all_operation",
        "select_operation", "race_operation", "scope_operation",
        "shield_operation", "finally_operation", "with_local_operation"})
    if (type.find(task) != type.npos)
      return waits_for::task;
  return waits_for::something_else;
}

} // namespace

void report_waiting_for_locks(scheduler &home) {
  std::vector<await_chain> waiting;
  bool is_deadlock = true;
  job_registry::all().for_each([&](const observed_job &each) {
    const observed_frame *const innermost = each.innermost();
    if (&static_cast<const job &>(each).home() != &home || !innermost ||
        innermost->awaits_at().line() == 0)
      return;
    switch (reason(innermost->awaits_what())) {
    case waits_for::lock:
      waiting.emplace_back(innermost);
      break;
    case waits_for::task:
      break;
    case waits_for::something_else:
      is_deadlock = false;
      break;
    }
  });
  if (!is_deadlock)
    return;
  for (const await_chain &each : waiting) {
    if (each.begin() == each.end())
      continue;
    misuse_notes notes;
    notes.add_awaits(each);
    const await_chain::site &stands = *each.begin();
    const std::string file = full_path(stands.at.file_name(), stands.made_at);
    report_misuse(
        {"coro-deadlock",
         waiting.size() == 1
             ? "this lock is held already by the coroutine that waits for it, "
               "or by one that waits for that; it is never resumed"
             : "tasks wait for locks that others of them hold; none of them is "
               "ever resumed",
         {file, stands.at.line(), {}},
         notes.all()},
        home.level());
  }
}

} // namespace corolint::rt::detail
