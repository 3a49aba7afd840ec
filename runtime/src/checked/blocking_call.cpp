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

std::string message(const way_down &found, std::string_view check) {
  const std::string &called =
      found.called.empty() ? found.blocks_name : found.called;
  if (check == "coro-sync-wait")
    return "'" + called +
           "' waits for async work inside a coroutine; if that work needs this "
           "thread, both wait for ever";
  if (called != found.blocks_name)
    return "'" + called +
           "' may block the thread of this coroutine; it reaches '" +
           found.blocks_name + "'";
  return "'" + called +
         "' blocks the thread of this coroutine; every other task there waits "
         "too";
}

void report(const way_down &found, const std::string &took) {
  if (found.coroutine.file.empty())
    return;
  worker &here = *this_worker;
  here.set_block_known(here.feel().jobs);
  const std::string_view check =
      found.blocks ? found.blocks->check : "coro-blocking-call";
  misuse_notes notes;
  if (found.blocks)
    notes.add("'" + found.blocks_name + "' " +
                  std::string(found.blocks->because) + took,
              found.coroutine.where());
  if (const observed_frame *innermost = here.current->innermost())
    notes.add_awaits(await_chain(innermost->parent()));
  notes.add_spawn(*here.current);
  if (found.blocks && !found.blocks->instead.empty())
    notes.add(std::string(found.blocks->instead), found.coroutine.where());
  const std::string text = message(found, check);
  report_misuse({check, text, found.coroutine.where(), notes.all()},
                here.home.level());
}

} // namespace

bool must_not_block() noexcept {
  const observed_thread &here = this_observed_thread;
  return running_job() && here.may_block == 0 && !here.reports &&
         this_worker->home.level() != checked_level::off;
}

void blocks(const char *function) noexcept {
  const reporting quiet;
  report(find_way_down(call_stack::here(), function), "");
}

void waited_for_lock(const char *function, long long nanoseconds) noexcept {
  constexpr long long longest = 10'000'000;
  if (nanoseconds < longest)
    return;
  const reporting quiet;
  report(find_way_down(call_stack::here(), function),
         " for " + std::to_string(nanoseconds / 1'000'000) + " ms");
}

// The workers wait for events between two tasks, where nothing is looked for.
void waits_for_events() noexcept {}
void has_events() noexcept {}

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
