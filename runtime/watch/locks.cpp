#include "locks.hpp"
#include "interposed.hpp"
#include "user_code.hpp"
#include <algorithm>

namespace corolint::rt::detail {

bool follows_locks() noexcept {
  const loop *const own = current_loop();
  return own && !this_thread.reports && own->has_turned();
}

void locked(const void *lock) noexcept {
  const reporting quiet;
  loop &own = *this_thread.own;
  if (own.held_count != loop::most_locks)
    own.held[own.held_count++] = {lock, call_stack::here()};
}

void unlocks(const void *lock) noexcept {
  loop &own = *this_thread.own;
  loop::held_lock *const first = own.held.data();
  for (unsigned at = own.held_count; at != 0; --at)
    if (first[at - 1].lock == lock) {
      std::copy(first + at, first + own.held_count, first + at - 1);
      --own.held_count;
      return;
    }
}

bool holds_locks() noexcept {
  return this_thread.own && this_thread.own->held_count != 0;
}

void report_held_locks(loop &own, const void *free) noexcept {
  if (own.held_count == 0)
    return;
  const call_stack place = own.place();
  loop::held_lock *const first = own.held.data();
  loop::held_lock *const last = first + own.held_count;
  loop::held_lock *const held =
      std::partition(first, last, [free](const loop::held_lock &each) {
        return each.lock == free;
      });
  own.held_count = static_cast<unsigned>(held - first);
  if (held != last)
    own.stands_aside(); // the caller turns, which ends it
  for (const loop::held_lock *each = held; each != last; ++each) {
    const user_code found(each->taken_from, place);
    const code_place *const taken = found.innermost();
    if (!taken)
      continue;
    const bool in_coroutine = found.caller()->in_coroutine;
    report_found({"coro-lock-across-await",
                  in_coroutine
                      ? "a mutex stays locked while this coroutine is "
                        "suspended; another thread may resume and unlock it"
                      : "a mutex stays locked while the event loop waits; "
                        "whoever needs it waits for the next event too",
                  taken->where()});
  }
}

} // namespace corolint::rt::detail
