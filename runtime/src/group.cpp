#include "corolint/rt/detail/group.hpp"

namespace corolint::rt::detail {

group::group(bool unstoppable) noexcept : needs_live_parent_(!unstoppable) {
  on_stop = unstoppable ? [](stop_waiter &self) noexcept {
    return static_cast<group &>(self).arrives_second();
  } : [](stop_waiter &self) noexcept {
    auto &whole = static_cast<group &>(self);
    whole.stop_branches();
    return whole.arrives_second();
  };
}

void group::stop_branches(const branch_base *except) noexcept {
  bool some_run = false;
  for (std::size_t i = 0; i != branch_count(); ++i)
    if (branch_base &each = branch_at(i); &each != except && each.begin_stop())
      some_run = true;
  if (!some_run)
    return;
  heavy_fence();
  for (std::size_t i = 0; i != branch_count(); ++i)
    if (branch_base &each = branch_at(i); &each != except)
      each.end_stop();
}

bool group::finish() noexcept {
  if (parent_->claim(*this))
    return true;
  // The parent is being stopped: it unwinds, after the other side is through.
  parent_->resume_point = nullptr;
  return arrives_second();
}

std::coroutine_handle<>
group::begin(job &parent, std::coroutine_handle<> suspended) noexcept {
  parent_ = &parent;
  parent.resume_point = suspended;
  if (!parent.arm(*this)) {
    if (needs_live_parent_)
      return parent.unwind();
    on_stop(*this); // as if the request had come right after this
  }
  const std::size_t count = branch_count();
  pending_.store(count + 1, std::memory_order_relaxed);
  for (std::size_t i = 0; i != count; ++i) {
    branch_base &each = branch_at(i);
    if (!each.may_begin())
      each.end(true);
    else if (this_worker)
      this_worker->run_within(each);
    else
      schedule(each); // on a thread of somebody else's
  }
  if (pending_.fetch_sub(1, std::memory_order_acq_rel) != 1 || !finish())
    return std::noop_coroutine();
  if (!parent.is_unwinding())
    return suspended;
  schedule(parent);
  return std::noop_coroutine();
}

} // namespace corolint::rt::detail
