// Queues of jobs: a list for one thread, a deque that others steal from.

#ifndef COROLINT_RT_DETAIL_JOB_QUEUE_HPP
#define COROLINT_RT_DETAIL_JOB_QUEUE_HPP

#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>

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

  /// Moves all of \p others behind what is here.
  void append(job_queue &others) noexcept {
    if (others.empty())
      return;
    (last_ ? last_->next : first_) = others.first_;
    last_ = others.last_;
    others.first_ = others.last_ = nullptr;
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

/// What a worker has to run, and from which others take the older half.
///
/// Guarded by a lock that costs its owner no atomic operation. Each side says
/// that it comes in and then looks for the other, which needs a fence between
/// the two: a light one for the owner, a heavy one for the thief, who pays it
/// once for all that it takes. The owner steps back if it sees a thief; a thief
/// waits until the owner is out. Thieves exclude each other by an exchange.
class job_deque {
public:
  static constexpr std::uint32_t capacity = 256;

  /// By the owner: false if it is full.
  bool push(job &added) noexcept {
    const owner_inside held(*this);
    const std::uint32_t size = count();
    if (size == capacity) [[unlikely]]
      return false;
    slots_[(first_ + size) % capacity] = &added;
    set_count(size + 1);
    return true;
  }

  /// By the owner: the newest, or null.
  job *pop() noexcept {
    if (looks_empty())
      return nullptr;
    const owner_inside held(*this);
    const std::uint32_t size = count();
    if (size == 0) [[unlikely]]
      return nullptr;
    set_count(size - 1);
    return slots_[(first_ + size - 1) % capacity];
  }

  /// By the owner: the oldest, or null.
  job *pop_oldest() noexcept {
    if (looks_empty())
      return nullptr;
    const owner_inside held(*this);
    return count() == 0 ? nullptr : take_oldest();
  }

  /// By the owner: moves the older half to \p into. Returns how many.
  std::size_t pop_half(job_queue &into) noexcept {
    const owner_inside held(*this);
    return take_half(into);
  }

  /// By any other thread: the same. False if there is nothing, or another thief
  /// at it.
  bool steal(job_queue &into) noexcept {
    if (looks_empty() ||
        thief_is_inside_.exchange(true, std::memory_order_acquire))
      return false;
    heavy_fence(); // pairs with the light one of the owner
    wait_while(owner_is_inside_);
    const bool found = take_half(into) != 0;
    thief_is_inside_.store(false, std::memory_order_release);
    return found;
  }

  bool looks_empty() const noexcept { return count() == 0; }

private:
  class owner_inside {
  public:
    explicit owner_inside(job_deque &own) noexcept : own_(own) {
      for (;;) {
        own.owner_is_inside_.store(true, std::memory_order_relaxed);
        light_fence(); // pairs with the heavy one in steal()
        if (!own.thief_is_inside_.load(std::memory_order_acquire)) [[likely]]
          return;
        own.owner_is_inside_.store(false, std::memory_order_release);
        wait_while(own.thief_is_inside_);
      }
    }
    owner_inside(const owner_inside &) = delete;
    ~owner_inside() {
      own_.owner_is_inside_.store(false, std::memory_order_release);
    }

  private:
    job_deque &own_;
  };

  static void wait_while(const std::atomic<bool> &is_inside) noexcept {
    for (unsigned tries = 0; is_inside.load(std::memory_order_acquire);)
      // The other one may have been taken off its processor.
      if (++tries % 64 == 0)
        std::this_thread::yield();
      else
        relax();
  }

  std::uint32_t count() const noexcept {
    return count_.load(std::memory_order_relaxed);
  }
  void set_count(std::uint32_t count) noexcept {
    count_.store(count, std::memory_order_relaxed);
  }
  job *take_oldest() noexcept {
    set_count(count() - 1);
    return slots_[first_++ % capacity];
  }
  std::size_t take_half(job_queue &into) noexcept {
    const std::uint32_t half = (count() + 1) / 2;
    for (std::uint32_t i = 0; i != half; ++i)
      into.push_back(*take_oldest());
    return half;
  }

  std::atomic<bool> owner_is_inside_{false};
  std::atomic<std::uint32_t> count_{0}; ///< read from outside as a hint
  std::uint32_t first_ = 0;
  std::array<job *, capacity> slots_;
  alignas(64) std::atomic<bool> thief_is_inside_{false};
};

} // namespace corolint::rt::detail

#endif
