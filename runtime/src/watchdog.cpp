#include "watchdog.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "stall.hpp"
#include <algorithm>
#include <string>

namespace corolint::rt::detail {

watchdog::watchdog(scheduler &home,
                   std::span<const std::unique_ptr<worker>> workers,
                   std::chrono::milliseconds limit)
    : home_(home), limit_(limit), quiet_(limit) {
  for (const std::unique_ptr<worker> &each : workers)
    watched_.push_back({.who = each.get()});
  thread_ = std::thread([this] { run(); });
}

watchdog::~watchdog() {
  {
    const std::lock_guard held(lock_);
    ending_ = true;
  }
  end_.notify_one();
  thread_.join();
}

void watchdog::run() {
  std::unique_lock held(lock_);
  // What tasks note as the time is to be true to some tens of milliseconds.
  const auto pause =
      is_checked ? std::min(limit_ / 4, longest_pause) : limit_ / 4;
  while (!end_.wait_for(held, pause, [this] { return ending_; })) {
    note_time();
    const clock::time_point now = clock::now();
    for (watched &each : watched_)
      look(each, now);
    quiet_.look(home_);
  }
}

void watchdog::look(watched &at, clock::time_point now) const {
  const worker::pulse pulse = at.who->feel();
  if (pulse.thread_id == 0)
    return; // it has not begun
  const round_watch::finding found = at.rounds.look(
      {pulse.thread, pulse.thread_id, pulse.jobs, pulse.is_asleep}, now,
      limit_);
  if (found.what == round_watch::verdict::computes)
    report(at, true, found.how_long);
  else if (found.what == round_watch::verdict::blocks &&
           !at.who->block_is_known(pulse.jobs))
    report(at, false, found.how_long);
}

void watchdog::report(const watched &at, bool computes,
                      std::chrono::nanoseconds how_long) const {
  const auto span =
      std::chrono::duration_cast<std::chrono::milliseconds>(how_long);
  const std::string text =
      std::string("a task has ") + (computes ? "kept" : "blocked") +
      " worker " + std::to_string(at.who->index) + (computes ? " busy" : "") +
      " for " + std::to_string(span.count()) + " ms; " +
      (computes ? "co_await rt::yield() now and then" : "await instead") +
      ", or use rt::spawn_blocking";
  report_stall({.who = *at.who, .computes = computes, .text = text},
               home_.level());
}

} // namespace corolint::rt::detail
