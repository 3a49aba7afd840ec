#include "watchdog.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "deadlock.hpp"
#include "stall.hpp"
#include <cstdio>
#include <ctime>
#include <pthread.h>
#include <string>
#include <string_view>

namespace corolint::rt::detail {

namespace {

/// The processor time that \p thread has used.
std::chrono::nanoseconds used_by(pthread_t thread) {
  clockid_t clock{};
  timespec used{};
  if (pthread_getcpuclockid(thread, &clock) != 0 ||
      clock_gettime(clock, &used) != 0)
    return {};
  return std::chrono::seconds(used.tv_sec) +
         std::chrono::nanoseconds(used.tv_nsec);
}

/// True if the kernel has put the thread to sleep.
bool sleeps_in_kernel(int thread_id) {
  char path[64];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread_id);
  std::FILE *const file = std::fopen(path, "r");
  if (!file)
    return false;
  // The name in parentheses may hold anything; the state follows the last one.
  char line[512]{};
  const std::size_t length = std::fread(line, 1, sizeof line - 1, file);
  std::fclose(file);
  const std::string_view text(line, length);
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string_view::npos || name_end + 2 >= length)
    return false;
  const char state = text[name_end + 2];
  return state == 'S' || state == 'D';
}

} // namespace

watchdog::watchdog(scheduler &home,
                   std::span<const std::unique_ptr<worker>> workers,
                   std::chrono::milliseconds limit)
    : home_(home), limit_(limit) {
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
  while (!end_.wait_for(held, limit_ / 4, [this] { return ending_; })) {
    const clock::time_point now = clock::now();
    for (watched &each : watched_)
      look(each, now);
    look_for_deadlock(now);
  }
}

void watchdog::look_for_deadlock(clock::time_point now) {
  if (!home_.is_quiet()) {
    quiet_since_ = {};
    deadlock_is_known_ = false;
  } else if (quiet_since_ == clock::time_point()) {
    quiet_since_ = now;
  } else if (!deadlock_is_known_ && now - quiet_since_ >= 2 * limit_) {
    deadlock_is_known_ = true;
    report_deadlock(home_);
  }
}

void watchdog::look(watched &at, clock::time_point now) const {
  const worker::pulse pulse = at.who->feel();
  if (pulse.thread_id == 0)
    return; // it has not begun
  if (pulse.jobs != at.jobs || pulse.is_asleep) {
    at.jobs = pulse.jobs;
    at.since = now;
    at.used = used_by(pulse.thread);
    at.looks_asleep = 0;
    at.is_reported = false;
    return;
  }
  const bool asleep = sleeps_in_kernel(pulse.thread_id);
  at.looks_asleep = asleep ? at.looks_asleep + 1 : 0;
  const auto lasted = now - at.since;
  if (at.is_reported || lasted < limit_)
    return;
  const std::chrono::nanoseconds used = used_by(pulse.thread) - at.used;
  if (used >= limit_) {
    at.is_reported = true;
    report(at, true, used);
  } else if (at.looks_asleep >= 3) {
    at.is_reported = true;
    if (!at.who->block_is_known(pulse.jobs))
      report(at, false, lasted);
  }
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
