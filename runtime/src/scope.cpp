#include "corolint/rt/scope.hpp"
#include <mutex>

namespace corolint::rt {

scope::~scope() {
  if (failure_)
    detail::report_lost_failure(std::move(failure_));
}

void scope::spawn(task<void> work) {
  detail::frame<void> child = detail::release(std::move(work));
  if (!child)
    detail::throw_consumed();
  detail::crosses_threads(*child);
  auto *added = new detail::scope_child(whole_, *parent_, std::move(child));
  added->spawned_from(detail::spawn_trace::here());
  {
    const std::lock_guard held(lock_);
    added->next = first_;
    if (first_)
      first_->previous = added;
    first_ = added;
    ++running_;
    if (stopping_)
      added->request_stop();
  }
  begin_child(*added);
}

void scope::stop() noexcept { whole_.stop_branches(); }

std::size_t scope::running() const noexcept {
  const std::lock_guard held(lock_);
  return running_;
}

void scope::stop_children(const detail::branch_base *except) noexcept {
  // Under the lock none of them can end.
  const std::lock_guard held(lock_);
  stopping_ = true;
  bool some_run = false;
  for (detail::scope_child *each = first_; each; each = each->next)
    if (each != except && each->begin_stop())
      some_run = true;
  if (!some_run)
    return;
  detail::heavy_fence();
  for (detail::scope_child *each = first_; each; each = each->next)
    if (each != except)
      each->end_stop();
}

bool scope::remove(detail::scope_child &ended) noexcept {
  {
    const std::lock_guard held(lock_);
    (ended.previous ? ended.previous->next : first_) = ended.next;
    if (ended.next)
      ended.next->previous = ended.previous;
    --running_;
  }
  std::exception_ptr failure = ended.take_failure();
  delete &ended;
  return failure && keep(std::move(failure));
}

bool scope::keep(std::exception_ptr failure) noexcept {
  {
    const std::lock_guard held(lock_);
    if (!failure_) {
      failure_ = std::move(failure);
      return true;
    }
  }
  detail::report_lost_failure(std::move(failure));
  return false;
}

} // namespace corolint::rt
