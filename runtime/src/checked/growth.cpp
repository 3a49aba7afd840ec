// What grows without a bound: queues, and tasks that are spawned.

#include "growth.hpp"
#include "awaits.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "misuse.hpp"
#include "thread.hpp"
#include <cstddef>
#include <string>

namespace corolint::rt::detail {

/// What a program means to hold at once is less, as a rule; what it takes in
/// without end comes to this.
static constexpr std::size_t limit = 1'000'000;

static void report_growth(const std::string &text) {
  const checked_level level = default_checked_level();
  if (level == checked_level::off)
    return;
  const reporting quiet;
  if (const code_place grown = calling_place(); !grown.file.empty())
    report_misuse({"coro-unbounded-spawn", text, grown.where()}, level);
}

void queue_grows(std::size_t length) noexcept {
  if (length == limit)
    report_growth("this channel holds " + std::to_string(length) +
                  " messages, and nothing makes its senders wait");
}

void tasks_grow(std::size_t count) noexcept {
  if (count == limit)
    report_growth(std::to_string(count) +
                  " tasks live at once, and nothing makes who spawns them "
                  "wait");
}

} // namespace corolint::rt::detail
