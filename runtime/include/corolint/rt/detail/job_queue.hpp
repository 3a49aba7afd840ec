// Queues of jobs: a list for one thread, a deque that others steal from.

#ifndef COROLINT_RT_DETAIL_JOB_QUEUE_HPP
#define COROLINT_RT_DETAIL_JOB_QUEUE_HPP

#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/job.hpp"
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace corolint::rt::detail {

/// First in, first out, linked through the jobs. Not synchronised.
class job_queue {
public:
  bool empty() const noexcept { return first_ == nullptr; }

  void push_back(job &added) noexcept {
    added.next = nullptr;
    (last_ ? last_->next : first_) = &added;
    last_ = &added;
  }

  job *pop_front() noexcept {
    job *taken = first_;
    if (taken) {
      first_ = taken->next;
      if (!first_)
        last_ = nullptr;
    }
    return taken;
  }

private:
  job *first_ = nullptr;
  job *last_ = nullptr;
};

/// The work-stealing deque of Chase and Lev, with the memory orders of Lê et
/// al. (PPoPP 2013) and an asymmetric fence between owner and thief. It grows;
/// rings that were outgrown live as long as the deque, for late thieves.
class job_deque {
public:
  job_deque() {
    rings_.push_back(std::make_unique<ring>(256));
    ring_.store(rings_.back().get(), std::memory_order_relaxed);
  }

  /// By the owner.
  void push(job &added) {
    const std::int64_t bottom = bottom_.load(std::memory_order_relaxed);
    const std::int64_t top = top_.load(std::memory_order_acquire);
    ring *slots = ring_.load(std::memory_order_relaxed);
    if (bottom - top > slots->mask) [[unlikely]]
      slots = grow(top, bottom);
    slots->at(bottom).store(&added, std::memory_order_relaxed);
    bottom_.store(bottom + 1, std::memory_order_release);
  }

  /// By the owner: the newest, or null.
  job *pop() noexcept {
    const std::int64_t bottom = bottom_.load(std::memory_order_relaxed) - 1;
    if (top_.load(std::memory_order_relaxed) > bottom)
      return nullptr;
    bottom_.store(bottom, std::memory_order_relaxed);
    light_fence(); // pairs with the heavy one in steal()
    std::int64_t top = top_.load(std::memory_order_relaxed);
    job *taken = nullptr;
    if (top <= bottom) {
      taken = ring_.load(std::memory_order_relaxed)
                  ->at(bottom)
                  .load(std::memory_order_relaxed);
      if (top != bottom)
        return taken;
      if (!top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst,
                                        std::memory_order_relaxed))
        taken = nullptr; // a thief was first
    }
    bottom_.store(bottom + 1, std::memory_order_relaxed);
    return taken;
  }

  /// By any thread: the oldest, or null if there is none or another thread was
  /// first. The owner pays no fence for its own.
  job *steal(bool by_owner = false) noexcept {
    if (looks_empty())
      return nullptr;
    std::int64_t top = top_.load(std::memory_order_acquire);
    if (!by_owner)
      heavy_fence(); // pairs with the light one in pop()
    const std::int64_t bottom = bottom_.load(std::memory_order_acquire);
    if (top >= bottom)
      return nullptr;
    job *taken = ring_.load(std::memory_order_acquire)
                     ->at(top)
                     .load(std::memory_order_relaxed);
    if (!top_.compare_exchange_strong(top, top + 1, std::memory_order_seq_cst,
                                      std::memory_order_relaxed))
      return nullptr;
    return taken;
  }

  bool looks_empty() const noexcept {
    return top_.load(std::memory_order_relaxed) >=
           bottom_.load(std::memory_order_relaxed);
  }

private:
  struct ring {
    explicit ring(std::size_t size)
        : mask(static_cast<std::int64_t>(size) - 1),
          slots(std::make_unique<std::atomic<job *>[]>(size)) {}
    std::atomic<job *> &at(std::int64_t index) const noexcept {
      return slots[static_cast<std::size_t>(index & mask)];
    }
    std::int64_t mask;
    std::unique_ptr<std::atomic<job *>[]> slots;
  };

  ring *grow(std::int64_t top, std::int64_t bottom) {
    const ring &old = *rings_.back();
    auto larger =
        std::make_unique<ring>(2 * (static_cast<std::size_t>(old.mask) + 1));
    for (std::int64_t i = top; i != bottom; ++i)
      larger->at(i).store(old.at(i).load(std::memory_order_relaxed),
                          std::memory_order_relaxed);
    rings_.push_back(std::move(larger));
    ring_.store(rings_.back().get(), std::memory_order_release);
    return rings_.back().get();
  }

  alignas(64) std::atomic<std::int64_t> top_{0};
  alignas(64) std::atomic<std::int64_t> bottom_{0};
  std::vector<std::unique_ptr<ring>> rings_;
  std::atomic<ring *> ring_{nullptr};
};

} // namespace corolint::rt::detail

#endif
