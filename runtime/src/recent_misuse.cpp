#include "recent_misuse.hpp"
#include <deque>
#include <mutex>

namespace corolint::rt::detail {

namespace {

constexpr std::size_t most_kept = 100;

struct kept_misuses {
  std::mutex lock;
  std::deque<recent_misuse> all; // guarded
};

kept_misuses &kept() {
  // Never destroyed: other threads may report when the program ends.
  static auto &whole = *new kept_misuses;
  return whole;
}

} // namespace

void keep_misuse(const misuse &seen) {
  kept_misuses &here = kept();
  const std::lock_guard held(here.lock);
  if (here.all.size() == most_kept)
    here.all.pop_front();
  here.all.push_back({kept_misuse(seen), std::chrono::steady_clock::now()});
}

std::vector<recent_misuse> recent_misuses() {
  kept_misuses &here = kept();
  const std::lock_guard held(here.lock);
  return {here.all.begin(), here.all.end()};
}

} // namespace corolint::rt::detail
