#include "corolint/rt/detail/io_source.hpp"
#include <unistd.h>

namespace corolint::rt::detail {

bool io_source::enter() noexcept {
  std::uint32_t users = users_.load(std::memory_order_relaxed);
  do
    if ((users & closing) != 0)
      return false;
  while (!users_.compare_exchange_weak(
      users, users + 1, std::memory_order_acquire, std::memory_order_relaxed));
  return true;
}

void io_source::leave() noexcept {
  if (users_.fetch_sub(1, std::memory_order_acq_rel) - 1 != closing)
    return;
  home_->forget(*this);
  ::close(number);
  let_go();
}

void io_source::close() noexcept {
  if ((users_.fetch_or(closing, std::memory_order_acq_rel) & closing) != 0)
    return;
  // After the mark: who is woken by this sees it.
  reading.set();
  writing.set();
  leave();
}

void io_source::drop_handle() noexcept {
  if (handles_.fetch_sub(1, std::memory_order_acq_rel) != 1)
    return;
  close();
  let_go();
}

void io_source::let_go() noexcept {
  if (!half_gone_.exchange(true, std::memory_order_acq_rel))
    return;
  // Outlives what it belongs to until the end of the call.
  const std::shared_ptr<source_home> home = home_;
  home->retire(this);
}

} // namespace corolint::rt::detail
