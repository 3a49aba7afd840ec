// Failures of tasks that nobody awaits.

#include "awaits.hpp"
#include "misuse.hpp"
#include "thread.hpp"

namespace corolint::rt::detail {

void fails_unobserved(const observed_job &task) noexcept {
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  if (const code_place spawn = spawn_place(task); !spawn.file.empty())
    report_misuse({"coro-ignored-error",
                   "this task failed, and nobody awaits it; await it, or catch "
                   "everything inside of it and tell somebody",
                   spawn.where()},
                  level);
}

} // namespace corolint::rt::detail
