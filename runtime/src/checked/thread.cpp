#include "thread.hpp"
#include "corolint/rt/detail/scheduler.hpp"

namespace corolint::rt::detail {

observed_run::observed_run(job &running) noexcept
    : outer_(this_observed_thread.running) {
  this_observed_thread.running = &running;
  this_worker->set_block_known(false);
  this_observed_thread.level = this_worker->home.level();
}

blocking_allowed::blocking_allowed() noexcept {
  ++this_observed_thread.may_block;
}

blocking_allowed::~blocking_allowed() { --this_observed_thread.may_block; }

} // namespace corolint::rt::detail
