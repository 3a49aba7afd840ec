// Blocking calls, and waits for async work, on a worker that runs a task.

#include "awaits.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "interposed.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include "way_down.hpp"
#include <string>
#include <string_view>

namespace corolint::rt::detail {

namespace {

void report(const way_down &found, const std::string &took) {
  if (found.caller.file.empty())
    return;
  worker &here = *this_worker;
  here.set_block_known(here.feel().jobs);
  misuse_notes notes;
  if (found.blocks)
    notes.add(blocking_reason(found, took), found.caller.where());
  if (const observed_frame *innermost = here.current->innermost())
    notes.add_awaits(await_chain(innermost->parent()));
  notes.add_spawn(*here.current);
  if (found.blocks && !found.blocks->instead.empty())
    notes.add(std::string(found.blocks->instead), found.caller.where());
  const std::string text = blocking_text(found);
  report_misuse(
      {blocking_check(found), text, found.caller.where(), notes.all()},
      here.home.level());
}

} // namespace

bool must_not_block() noexcept {
  const observed_thread &here = this_observed_thread;
  return running_job() && here.may_block == 0 && !here.reports &&
         this_worker->home.level() != checked_level::off;
}

void blocks(const char *function, const void *) noexcept {
  const reporting quiet;
  // Others need not wait for it, nor for the report.
  this_worker->give_away();
  report(find_way_down(call_stack::here(), function), "");
}

void waited_for_lock(const char *function, long long milliseconds,
                     const call_stack &from) noexcept {
  const reporting quiet;
  report(find_way_down(from, function),
         " for " + std::to_string(milliseconds) + " ms");
}

// The workers wait for events between two tasks, where nothing is looked for. A
// task that does so blocks.
void looks_for_events(const char *function, bool waits) noexcept {
  if (waits && must_not_block())
    blocks(function);
}
void has_events() noexcept {}
bool is_loop(const pollfd *, unsigned long) noexcept { return false; }

void joined_inside() noexcept {
  if (!must_not_block())
    return;
  const reporting quiet;
  way_down found = find_way_down(call_stack::here(), "block_on");
  static constexpr blocking_function block_on{
      "corolint::rt::block_on", "wait", "coro-sync-wait",
      "waits until the task has ended",
      "co_await the work, or let its end resume the coroutine"};
  found.blocks = &block_on;
  found.called = found.blocks_name = "block_on";
  report(found, "");
}

} // namespace corolint::rt::detail
