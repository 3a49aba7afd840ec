#include "blocking_pool.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <chrono>
#include <thread>

namespace corolint::rt::detail {

static constexpr std::chrono::seconds idle_limit{10};

blocking_pool::~blocking_pool() {
  std::unique_lock held(lock_);
  ending_ = true;
  changed_.notify_all();
  changed_.wait(held, [&] { return threads_ == 0; });
}

void blocking_pool::submit(blocking_work &work) noexcept {
  std::unique_lock held(lock_);
  if (free_ <= queued_ && threads_ != limit_) {
    try {
      std::thread([this] { serve(); }).detach();
      ++threads_;
    } catch (...) {
      if (threads_ == 0) {
        held.unlock();
        work.refuse(std::current_exception());
        return;
      }
      // The threads that there are will come to it.
    }
  }
  work.next_ = nullptr;
  (last_ ? last_->next_ : first_) = &work;
  last_ = &work;
  ++queued_;
  changed_.notify_one();
}

bool blocking_pool::withdraw(blocking_work &work) noexcept {
  const std::lock_guard held(lock_);
  blocking_work *previous = nullptr;
  for (blocking_work *each = first_; each; previous = each, each = each->next_)
    if (each == &work) {
      (previous ? previous->next_ : first_) = each->next_;
      if (last_ == each)
        last_ = previous;
      --queued_;
      return true;
    }
  return false;
}

std::optional<unsigned> blocking_pool::idle_threads() noexcept {
  const std::lock_guard held(lock_);
  if (free_ != threads_ || queued_ != 0)
    return std::nullopt;
  return threads_;
}

void blocking_pool::serve() noexcept {
  std::unique_lock held(lock_);
  for (;;) {
    ++free_;
    changed_.wait_for(held, idle_limit, [&] { return first_ || ending_; });
    --free_;
    blocking_work *work = first_;
    if (!work)
      break;
    first_ = work->next_;
    if (!first_)
      last_ = nullptr;
    --queued_;
    held.unlock();
    work->run();
    held.lock();
  }
  if (--threads_ == 0 && ending_)
    changed_.notify_all();
}

void submit_blocking(scheduler &home, blocking_work &work) noexcept {
  home.blocking().submit(work);
}

bool withdraw_blocking(scheduler &home, blocking_work &work) noexcept {
  return home.blocking().withdraw(work);
}

} // namespace corolint::rt::detail
