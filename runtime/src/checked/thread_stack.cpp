#include "thread_stack.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <mutex>
#include <utility>

namespace corolint::rt::detail {

namespace {

constinit spin_lock free_lock;
constinit thread_stack *first_free = nullptr; // guarded by free_lock

/// The record of this thread, which the next one gets.
class record {
public:
  record() {
    {
      const std::lock_guard held(free_lock);
      mine_ = first_free;
      if (mine_)
        first_free = mine_->next_free;
    }
    if (!mine_)
      mine_ = new thread_stack;
  }
  ~record() {
    mine_->generation.fetch_add(1, std::memory_order_release);
    mine_->waits_at.store(0, std::memory_order_relaxed);
    const std::lock_guard held(free_lock);
    mine_->next_free = first_free;
    first_free = mine_;
  }

  thread_stack &operator*() const noexcept { return *mine_; }

private:
  thread_stack *mine_;
};

} // namespace

thread_stack &thread_stack::mine() noexcept {
  thread_local const record mine;
  return *mine;
}

observed_wait::observed_wait() noexcept {
  thread_stack::mine().waits_at.store(
      reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)),
      std::memory_order_release);
}

observed_wait::~observed_wait() {
  thread_stack::mine().waits_at.store(0, std::memory_order_release);
}

} // namespace corolint::rt::detail
