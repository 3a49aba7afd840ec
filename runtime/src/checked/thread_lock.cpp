// Locks of a thread that its task still holds when it gives the thread away.

#include "awaits.hpp"
#include "code_place.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "interposed.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

bool follows_locks() noexcept {
  const observed_thread &here = this_observed_thread;
  // What was locked by a task may be unlocked after it.
  return !here.reports &&
         (locks_held != 0 ||
          (running_job() && this_worker->home.level() != checked_level::off));
}

void locked(const void *lock) noexcept {
  observed_thread &here = this_observed_thread;
  const job *const running = running_job();
  if (running && locks_held != observed_thread::most_locks)
    here.held[locks_held++] = {lock, running, lock_trace::here()};
}

void unlocks(const void *lock) noexcept {
  held_lock *const first = this_observed_thread.held.data();
  for (unsigned at = locks_held; at != 0; --at)
    if (first[at - 1].lock == lock) {
      std::copy(first + at, first + locks_held, first + at - 1);
      --locks_held;
      return;
    }
}

bool holds_locks() noexcept { return locks_held != 0; }

void suspends_with_locks(const observed_frame &frame) noexcept {
  this_observed_thread.suspended = await_chain(&frame);
}

void ends_with_locks() noexcept { this_observed_thread.suspended = {}; }

/// Where the coroutine took the lock, itself or through functions that it
/// called: a constructor, a function that returns the guard.
static const code_place *taking_place(const std::vector<code_place> &places) {
  const auto at =
      std::find_if(places.begin(), places.end(), [](const code_place &each) {
        return each.in_coroutine && !each.is_foreign();
      });
  return at == places.end() ? first_own(places) : &*at;
}

static void report_held(const held_lock &held, const await_chain &suspended) {
  const std::vector<code_place> places =
      places_at(std::span(held.taken_from.begin(), held.taken_from.end()));
  const code_place *const taken = taking_place(places);
  misuse_notes notes;
  notes.add_awaits(suspended);
  report_misuse({"coro-lock-across-await",
                 "a mutex stays locked while this coroutine is suspended; "
                 "another thread may resume and unlock it",
                 taken ? taken->where() : source_place(), notes.all()},
                this_worker->home.level());
}

void left_with_locks(const job &ran) noexcept {
  observed_thread &here = this_observed_thread;
  const await_chain suspended = std::exchange(here.suspended, {});
  held_lock *const first = here.held.data();
  held_lock *const last = first + locks_held;
  held_lock *const own = std::partition(
      first, last, [&ran](const held_lock &each) { return each.by != &ran; });
  // From here on another thread may unlock them, and this one never will.
  locks_held = static_cast<unsigned>(own - first);
  if (suspended.begin() == suspended.end())
    return; // it has ended
  const reporting quiet;
  for (const held_lock *each = own; each != last; ++each)
    report_held(*each, suspended);
}

} // namespace corolint::rt::detail
