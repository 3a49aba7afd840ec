#include "audit.h"

using namespace std::chrono_literals;

namespace shop {

coro::task<> audit::write(std::string line) {
  co_await on_.sleep_for(1ms);
  std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
}

std::size_t audit::lines() const {
  std::lock_guard lock(mutex_);
  return lines_.size();
}

} // namespace shop
