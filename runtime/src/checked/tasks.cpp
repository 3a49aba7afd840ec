// Looks at all jobs at one moment, and then finds out what that means.

#include "tasks.hpp"
#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "gate.hpp"
#include "known_places.hpp"
#include "registry.hpp"
#include "thread.hpp"
#include "waits_for.hpp"
#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

namespace {

/// What is copied of a job while the gate is shut.
struct snapshot {
  std::uint64_t number;
  unsigned runtime;
  task_state state;
  bool is_stopped;
  std::uint32_t since;
  std::uintptr_t function;
  const spawn_trace *spawned_at;
  await_chain awaits;
  const char *what; ///< it waits for; null: it does not wait
  /// For what is not of this library: what made the coroutine is not known.
  bool is_outside;
};

/// A job that a worker runs, and the worker, by its place in the dump.
using run = std::pair<const job *, std::size_t>;

task_state state_of(const job &at, job_stage stage, bool runs) {
  if (runs)
    return task_state::running;
  return stage == job_stage::elsewhere || at.is_waiting() ? task_state::waiting
                                                          : task_state::ready;
}

/// \p runs: a worker runs it, so that its coroutines are not to be followed.
snapshot look(const job &at, unsigned runtime, job_stage stage, bool runs) {
  snapshot seen{.number = at.number(),
                .runtime = runtime,
                .state = state_of(at, stage, runs),
                .is_stopped = at.stop_requested(),
                .since = at.since(),
                .function = at.function(),
                .spawned_at = at.spawned_at(),
                .awaits = {},
                .what = nullptr,
                .is_outside = !runs && stage == job_stage::elsewhere};
  if (runs)
    return seen;
  if (seen.is_outside) {
    const observed_job::outside &outside = at.awaits_outside();
    seen.awaits = await_chain({outside.at.load(), at.function()});
    seen.what = outside.what.load();
  } else if (const observed_frame *const innermost = at.innermost()) {
    seen.awaits = await_chain(innermost);
    if (seen.state == task_state::waiting && innermost->awaits_at().line() != 0)
      seen.what = innermost->awaits_what();
  }
  return seen;
}

/// With the gate shut. Those that come first are the innermost.
std::vector<run> what_runs(program_dump &to, const all_schedulers &all) {
  std::vector<run> runs;
  add_workers(to, all, [&](const worker &each) {
    const std::size_t place = to.workers.size() - 1;
    runs.emplace_back(each.current.seen_by_others(), place);
    for (const observed_nesting *at = each.nesting(); at; at = at->next())
      runs.emplace_back(at->outer(), place);
  });
  return runs;
}

unsigned number_of(const scheduler &home, const all_schedulers &all) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto &each) {
    return each.which == &home;
  });
  return at == all.end() ? 0 : at->number;
}

/// \p to gets the workers, and how many tasks there are.
std::vector<snapshot> take(program_dump &to, std::size_t most) {
  job_registry &all = job_registry::all();
  std::vector<snapshot> seen;
  // What is spawned meanwhile may fit, too.
  seen.reserve(std::min(most, all.count() + 64));
  const all_schedulers schedulers;
  const shut_gate shut;
  const std::vector<run> runs = what_runs(to, schedulers);
  std::size_t walked = 0;
  all.for_each_until([&](const observed_job &each) {
    if (seen.size() == most)
      return true;
    ++walked;
    const job_stage stage = each.stage();
    if (stage == job_stage::made || stage == job_stage::ended)
      return false;
    const job &at = static_cast<const job &>(each);
    const auto running =
        std::find_if(runs.begin(), runs.end(),
                     [&at](const run &each) { return each.first == &at; });
    seen.push_back(look(at, number_of(at.home(), schedulers), stage,
                        running != runs.end()));
    if (running != runs.end() && !to.workers[running->second].task)
      to.workers[running->second].task = at.number();
    return false;
  });
  const std::size_t count = all.count();
  to.live_tasks = seen.size() + (count > walked ? count - walked : 0);
  return seen;
}

dump_place as_dumped(const code_place *place) {
  return place ? dump_place{place->file, place->line, place->short_name()}
               : dump_place();
}

/// Where a user's code is, of the calls that led to a spawn.
const code_place *spawn_of(const snapshot &seen, known_places &known) {
  if (!seen.spawned_at)
    return nullptr;
  for (const std::uintptr_t each : *seen.spawned_at)
    if (const code_place *const own = known.own_at(each))
      return own;
  return nullptr;
}

/// The outermost coroutine of the job that is not of this library.
const code_place *function_of(const snapshot &seen, known_places &known) {
  if (const code_place *const own = known.own_at(seen.function))
    return own;
  // Of ours is what calls a function for spawn; what it called comes before it.
  const code_place *inner = nullptr;
  for (const await_chain::site &each : seen.awaits) {
    if (each.made_at == seen.function)
      return inner;
    if (const code_place *const own = known.own_at(each.made_at))
      inner = own;
  }
  return nullptr;
}

task_dump describe(const snapshot &seen, std::uint32_t now,
                   known_places &known) {
  task_dump task{.id = seen.number,
                 .runtime = seen.runtime,
                 .state = seen.state,
                 .is_stopped = seen.is_stopped,
                 .function = as_dumped(function_of(seen, known)),
                 .spawned = as_dumped(spawn_of(seen, known))};
  if (seen.what)
    task.waits_for = waited_for(seen.what);
  if (seen.state != task_state::running && seen.since != 0) {
    // The time may have been noted after we looked at it.
    const auto span = static_cast<std::int32_t>(now - seen.since);
    task.since = std::chrono::milliseconds(std::max(span, std::int32_t(0)));
  }
  for (const await_chain::site &each : seen.awaits)
    if (!is_of_this_library(each.at.file_name())) {
      const code_place *const function =
          seen.is_outside ? nullptr : known.own_at(each.made_at);
      task.awaits.push_back({known.file_of(each), each.at.line(),
                             function
                                 ? function->short_name()
                                 : short_name_of(each.at.function_name())});
    }
  return task;
}

} // namespace

void look_at_tasks(program_dump &to, std::size_t most) {
  static std::mutex one_at_a_time;
  static known_places &known = *new known_places; // for who ends later
  const reporting quiet;
  const std::lock_guard held(one_at_a_time);
  const std::vector<snapshot> seen = take(to, most);
  note_time();
  const std::uint32_t now = coarse_time.load(std::memory_order_relaxed);
  for (const snapshot &each : seen)
    to.tasks.push_back(describe(each, now, known));
  std::sort(to.tasks.begin(), to.tasks.end(),
            [](const task_dump &a, const task_dump &b) { return a.id < b.id; });
}

} // namespace corolint::rt::detail
