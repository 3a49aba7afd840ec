#include "thread_state.hpp"
#include <cstdio>
#include <ctime>
#include <string_view>

namespace corolint::rt::detail {

/// The processor time that \p thread has used.
static std::chrono::nanoseconds used_by(pthread_t thread) {
  clockid_t clock{};
  timespec used{};
  if (pthread_getcpuclockid(thread, &clock) != 0 ||
      clock_gettime(clock, &used) != 0)
    return {};
  return std::chrono::seconds(used.tv_sec) +
         std::chrono::nanoseconds(used.tv_nsec);
}

/// True if the kernel has put the thread to sleep.
static bool sleeps_in_kernel(int thread_id) {
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

round_watch::finding round_watch::look(const round_count &at,
                                       clock::time_point now,
                                       std::chrono::nanoseconds limit) {
  const bool is_first = since_ == clock::time_point();
  if (is_first || at.rounds != rounds_ || at.is_asleep) {
    rounds_ = at.rounds;
    since_ = now;
    used_ = used_by(at.thread);
    looks_asleep_ = 0;
    is_found_ = false;
    return {};
  }
  const bool asleep = sleeps_in_kernel(at.thread_id);
  looks_asleep_ = asleep ? looks_asleep_ + 1 : 0;
  const auto lasted = now - since_;
  if (is_found_ || lasted < limit)
    return {};
  const std::chrono::nanoseconds used = used_by(at.thread) - used_;
  if (used < limit && looks_asleep_ < 3)
    return {};
  is_found_ = true;
  if (used >= limit)
    return {verdict::computes, used};
  return {verdict::blocks, lasted};
}

} // namespace corolint::rt::detail
