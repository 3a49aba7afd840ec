// Tasks that are awaited or started a second time.

#include "awaits.hpp"
#include "call_stack.hpp"
#include "code_place.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <vector>

namespace corolint::rt::detail {

void consumed_again() noexcept {
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  const call_stack stack = call_stack::here();
  const std::vector<code_place> places = places_at(stack.addresses());
  const code_place *const use = first_own(places);
  report_misuse({"coro-task-reused",
                 "this task was awaited, spawned or moved away before; there "
                 "is nothing left to run",
                 use ? use->where() : source_place()},
                level);
}

} // namespace corolint::rt::detail
