// Failures of tasks that nobody awaits.

#include "awaits.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <span>
#include <vector>

namespace corolint::rt::detail {

void fails_unobserved(const observed_job &task) noexcept {
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  const std::vector<code_place> places =
      places_at(std::span(task.spawned_at().begin(), task.spawned_at().end()));
  if (const code_place *const spawn = first_own(places))
    report_misuse({"coro-ignored-error",
                   "this task failed, and nobody awaits it; await it, or catch "
                   "everything inside of it and tell somebody",
                   spawn->where()},
                  level);
}

} // namespace corolint::rt::detail
