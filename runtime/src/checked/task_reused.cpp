// Tasks that are awaited or started a second time.

#include "awaits.hpp"
#include "misuse.hpp"
#include "thread.hpp"

namespace corolint::rt::detail {

void consumed_again() noexcept {
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  const code_place use = calling_place();
  report_misuse({"coro-task-reused",
                 "this task was awaited, spawned or moved away before; there "
                 "is nothing left to run",
                 use.where()},
                level);
}

} // namespace corolint::rt::detail
