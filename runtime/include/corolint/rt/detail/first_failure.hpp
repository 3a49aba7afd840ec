// Which of several branches failed first.

#ifndef COROLINT_RT_DETAIL_FIRST_FAILURE_HPP
#define COROLINT_RT_DETAIL_FIRST_FAILURE_HPP

#include "corolint/rt/detail/group.hpp"
#include <atomic>

namespace corolint::rt::detail {

/// Remembers which branch failed first. The failures of others are reported.
class first_failure {
public:
  /// True for the first.
  bool offer(branch_base &failed) noexcept {
    branch_base *none = nullptr;
    return first_.compare_exchange_strong(none, &failed,
                                          std::memory_order_acq_rel);
  }
  branch_base *get() const noexcept {
    return first_.load(std::memory_order_acquire);
  }

private:
  std::atomic<branch_base *> first_{nullptr};
};

} // namespace corolint::rt::detail

#endif
