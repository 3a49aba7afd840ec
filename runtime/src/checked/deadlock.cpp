// Tasks that nothing can resume: who holds the lock that they wait for waits as
// well, or there is nobody left who could send them anything.

#include "deadlock.hpp"
#include "awaits.hpp"
#include "blocking_pool.hpp"
#include "console.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "registry.hpp"
#include "waits_for.hpp"
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace corolint::rt::detail {

/// True if the program has no thread but those of \p home, which have nothing
/// to do, and those that wait for them.
static bool is_alone(scheduler &home) {
  const std::optional<unsigned> blocking = home.blocking().idle_threads();
  const std::size_t watchdogs = home.is_watched() ? 1 : 0;
  std::error_code failed;
  const std::filesystem::directory_iterator threads("/proc/self/task", failed);
  if (!blocking || failed)
    return false;
  const auto count =
      static_cast<std::size_t>(std::distance(begin(threads), end(threads)));
  return count == home.worker_count() + home.waiting_outside() + *blocking +
                      watchdogs + console::threads();
}

/// False if there are none.
static bool report_each(const std::vector<await_chain> &waiting,
                        const char *text, checked_level level) {
  for (const await_chain &each : waiting) {
    if (each.begin() == each.end())
      continue;
    misuse_notes notes;
    notes.add_awaits(each);
    const await_chain::site &stands = *each.begin();
    const std::string file = file_of(stands);
    report_misuse(
        {"coro-deadlock", text, {file, stands.at.line(), {}}, notes.all()},
        level);
  }
  return !waiting.empty();
}

bool report_never_resumed(scheduler &home) {
  std::vector<await_chain> for_locks, for_others;
  job_registry::all().for_each([&](const observed_job &each) {
    const observed_frame *const innermost = each.innermost();
    // Of a branch that has ended the coroutines are gone.
    if (each.stage() == job_stage::ended ||
        &static_cast<const job &>(each).home() != &home || !innermost ||
        innermost->awaits_at().line() == 0)
      return;
    const ended_by who = who_ends(innermost->awaits_what());
    if (who == ended_by::holder)
      for_locks.emplace_back(innermost);
    else if (who == ended_by::anybody)
      for_others.emplace_back(innermost);
  });
  if (for_others.empty())
    return report_each(
        for_locks,
        for_locks.size() == 1
            ? "this lock is held already by the coroutine that waits "
              "for it, or by one that waits for that; it is never "
              "resumed"
            : "tasks wait for locks that others of them hold; none of "
              "them is ever resumed",
        home.level());
  return is_alone(home) &&
         report_each(
             for_others,
             "nothing can resume this coroutine: every task waits, for no "
             "timer and no descriptor, and the program has no other thread",
             home.level());
}

} // namespace corolint::rt::detail
