// What a worker does and others look at.

#ifndef COROLINT_RT_DETAIL_OBSERVED_WORKER_HPP
#define COROLINT_RT_DETAIL_OBSERVED_WORKER_HPP

#include "corolint/rt/detail/observed/attention.hpp"
#include "corolint/rt/detail/observed/awaiter.hpp"
#include "corolint/rt/detail/observed/job.hpp"
#include <atomic>
#include <concepts>

namespace corolint::rt::detail {

class job;

/// Sees to what `attention` says. Waits until the gate is open.
[[gnu::cold]] void pay_attention() noexcept;

/// After what says which job runs was written. Pairs with the heavy fence of
/// who shuts the gate: either it sees that, or this waits.
inline void pass_gate() noexcept {
  std::atomic_signal_fence(std::memory_order_seq_cst); // see fence_needed
  if (attention.load(std::memory_order_acquire) != 0) [[unlikely]]
    pay_attention();
}

/// The job that a worker runs, or null; others may look.
class current_job {
public:
  operator job *() const noexcept {
    return running_.load(std::memory_order_relaxed);
  }
  job *operator->() const noexcept { return *this; }
  current_job &operator=(job *next) noexcept {
    running_.store(next, std::memory_order_release);
    return *this;
  }
  job *seen_by_others() const noexcept {
    return running_.load(std::memory_order_acquire);
  }

private:
  std::atomic<job *> running_{nullptr};
};

class observed_nesting;

/// The part of a worker that others read.
class observed_worker {
public:
  /// The jobs in the middle of which it runs another one, the innermost first.
  /// By others: while the gate is shut.
  const observed_nesting *nesting() const noexcept {
    return nesting_.load(std::memory_order_acquire);
  }

  /// The job that it took as the one of that number blocks, and has been
  /// reported for it.
  void set_block_known(unsigned number) noexcept {
    block_known_.store(number, std::memory_order_relaxed);
  }
  bool block_is_known(unsigned number) const noexcept {
    return block_known_.load(std::memory_order_relaxed) == number;
  }

private:
  friend class observed_nesting;

  std::atomic<unsigned> block_known_{0};
  std::atomic<const observed_nesting *> nesting_{nullptr};
};

/// Lives while a worker runs a job in the middle of another one. Neither its
/// begin nor its end is passed while the gate is shut, so that who has shut it
/// can follow them.
class observed_nesting {
public:
  observed_nesting(observed_worker &at, const job *outer) noexcept
      : at_(at), outer_(outer),
        next_(at.nesting_.load(std::memory_order_relaxed)) {
    at_.nesting_.store(this, std::memory_order_release);
    pass_gate();
  }
  observed_nesting(const observed_nesting &) = delete;
  observed_nesting &operator=(const observed_nesting &) = delete;
  ~observed_nesting() {
    at_.nesting_.store(next_, std::memory_order_release);
    pass_gate();
  }

  const job *outer() const noexcept { return outer_; }
  const observed_nesting *next() const noexcept { return next_; }

private:
  observed_worker &at_;
  const job *const outer_; ///< it may have ended
  const observed_nesting *const next_;
};

/// \p ran has given its thread away or ended, with locks held.
[[gnu::cold]] void left_with_locks(const job &ran) noexcept;

/// pass_gate(), and what \p resumed has been lent: is it still there?
[[gnu::cold]] void pay_attention(const observed_job &resumed) noexcept;

/// Lives while a worker runs a job, which it has noted as its current one.
class observed_run {
public:
  template <std::derived_from<observed_job> Job>
  explicit observed_run(Job &running) noexcept : running_(running) {
    const bool is_like_most = running.has_begun_without_loans();
    if (!is_like_most) [[unlikely]]
      running.set_begun();
    std::atomic_signal_fence(std::memory_order_seq_cst); // as in pass_gate()
    if (attention.load(std::memory_order_acquire) != 0 ||
        (!is_like_most && running.has_loans())) [[unlikely]]
      pay_attention(running);
  }
  observed_run(const observed_run &) = delete;
  observed_run &operator=(const observed_run &) = delete;
  ~observed_run() {
    if (locks_held) [[unlikely]]
      left_with_locks(running_);
  }

private:
  const job &running_; ///< it may have ended
};

/// Lives while the calling thread waits until tasks have run: what is on its
/// stack by then stays there.
class observed_wait {
public:
  observed_wait() noexcept;
  observed_wait(const observed_wait &) = delete;
  observed_wait &operator=(const observed_wait &) = delete;
  ~observed_wait();
};

} // namespace corolint::rt::detail

#endif
