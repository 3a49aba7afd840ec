// Values that get onto another thread and must not.

#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <span>
#include <string>
#include <unistd.h>

namespace corolint::rt::detail {

void crosses_threads(const observed_frame &spawned) noexcept {
  const checked_level level =
      this_worker ? this_worker->home.level() : default_checked_level();
  if (level == checked_level::off || !spawned.takes())
    return;
  const cargo &takes = *spawned.takes();
  for (const carried &each : std::span(takes.first, takes.count)) {
    if (each.is_sendable)
      continue;
    const reporting quiet;
    const code_place spawn = calling_place();
    misuse_notes notes;
    const code_place coroutine = declaration(spawned.made_by().made_at);
    if (!coroutine.file.empty())
      notes.add("'" + coroutine.short_name() + "' takes it", coroutine.where());
    const std::string type = short_name_of_type(each.type);
    const std::string text = "a '" + type +
                             "' is taken into a task that another thread may "
                             "run; '" +
                             type + "' is not safe to use on two threads";
    report_misuse(
        {"coro-unsafe-spawn-capture", text, spawn.where(), notes.all()}, level);
  }
}

static unsigned long this_thread() noexcept {
  static constinit thread_local unsigned long id = 0;
  if (id == 0)
    id = static_cast<unsigned long>(gettid());
  return id;
}

thread_owner::thread_owner() noexcept : thread_(this_thread()) {}

void thread_owner::check(const char *type_text) const noexcept {
  if (thread_ == this_thread())
    return;
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  const code_place use = calling_place();
  const worker *const here = this_worker;
  // Where it set out is what has to be changed; how it came here, if not by a
  // spawn, is not known.
  const code_place spawn =
      here && here->current ? spawn_place(*here->current) : code_place();
  misuse_notes notes;
  const bool is_spawned = !spawn.file.empty();
  if (is_spawned && !use.file.empty())
    notes.add("used here, on another thread", use.where());
  const std::string type = short_name_of_type(type_text);
  const std::string text = "a 'thread_bound' of '" + type +
                           "' is used or destroyed on another thread than the "
                           "one that it belongs to";
  const source_place where = is_spawned ? spawn.where() : use.where();
  report_misuse({"coro-unsafe-spawn-capture", text, where, notes.all()}, level);
}

} // namespace corolint::rt::detail
