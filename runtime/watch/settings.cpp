#include "settings.hpp"
#include "allocator.hpp"
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace corolint::rt::detail {

static constinit const watch_settings *loaded = nullptr;

const watch_settings *settings() noexcept { return loaded; }

static std::vector<std::string> parts(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    if (comma != 0)
      found.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma == text.npos ? text.size() : comma + 1);
  }
  return found;
}

static watch_settings read_environment() {
  watch_settings asked;
  asked.level = default_checked_level();
  if (const char *const names = std::getenv("COROLINT_WATCH_THREADS"))
    asked.threads = parts(names);
  if (const char *const text = std::getenv("COROLINT_WATCH_STALL_MS")) {
    const std::string_view digits(text);
    unsigned limit = 0;
    const auto [end, failed] =
        std::from_chars(digits.begin(), digits.end(), limit);
    if (failed == std::errc() && end == digits.end())
      asked.stall = std::chrono::milliseconds(limit);
    else
      std::fprintf(stderr,
                   "corolint-watch: error: COROLINT_WATCH_STALL_MS is '%s', "
                   "expected a number of milliseconds\n",
                   text);
  }
  return asked;
}

[[gnu::constructor]] static void load() {
  find_allocator();
  loaded = new watch_settings(read_environment());
}

} // namespace corolint::rt::detail
