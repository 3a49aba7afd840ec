#include "corolint/rt/dump.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "recent_misuse.hpp"
#include "tasks.hpp"
#include <cerrno>
#include <unistd.h>

namespace corolint::rt {

namespace detail {

void add_workers(program_dump &to, const all_schedulers &all,
                 const std::function<void(const worker &)> &look) {
  for (const auto &[which, number] : all)
    for (const std::unique_ptr<worker> &each : which->workers()) {
      const worker::pulse pulse = each->feel();
      to.workers.push_back({.runtime = number,
                            .index = each->index,
                            .thread = pulse.thread_id,
                            .is_asleep = pulse.is_asleep,
                            .jobs = pulse.jobs});
      look(*each);
    }
}

} // namespace detail

static dump_place as_dumped(const detail::kept_misuse::place &place) {
  return {place.file, place.line, place.function};
}

static void add_warnings(program_dump &to) {
  const auto now = std::chrono::steady_clock::now();
  for (const detail::recent_misuse &each : detail::recent_misuses()) {
    warning_dump &added = to.warnings.emplace_back(warning_dump{
        .check = each.what.check,
        .text = each.what.text,
        .where = as_dumped(each.what.where),
        .notes = {},
        .ago = std::chrono::duration_cast<std::chrono::milliseconds>(
            now - each.when)});
    for (const detail::kept_misuse::note &note : each.what.notes)
      added.notes.push_back({note.text, as_dumped(note.where)});
  }
}

program_dump dump([[maybe_unused]] std::size_t most) {
  program_dump all;
  all.program = program_invocation_short_name;
  all.process = getpid();
  all.is_checked = detail::is_checked;
  if constexpr (detail::is_checked) {
    detail::look_at_tasks(all, most);
  } else {
    const detail::all_schedulers held;
    detail::add_workers(all, held, [](const detail::worker &) {});
    for (const auto &[which, number] : held)
      all.live_tasks += which->count_live_jobs();
  }
  add_warnings(all);
  return all;
}

} // namespace corolint::rt
