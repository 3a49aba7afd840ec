#include "thread.hpp"
#include "corolint/rt/detail/scheduler.hpp"

namespace corolint::rt::detail {

job *running_job() noexcept {
  return this_worker ? static_cast<job *>(this_worker->current) : nullptr;
}

blocking_allowed::blocking_allowed() noexcept {
  ++this_observed_thread.may_block;
}

blocking_allowed::~blocking_allowed() { --this_observed_thread.may_block; }

} // namespace corolint::rt::detail
