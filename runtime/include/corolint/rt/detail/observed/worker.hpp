// What a worker does and others look at.

#ifndef COROLINT_RT_DETAIL_OBSERVED_WORKER_HPP
#define COROLINT_RT_DETAIL_OBSERVED_WORKER_HPP

#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/observed/awaiter.hpp"
#include "corolint/rt/detail/observed/job.hpp"
#include "corolint/rt/detail/observed/loans.hpp"
#include <atomic>
#include <concepts>

namespace corolint::rt::detail {

class job;

/// Not zero: somebody looks at the jobs that do not run, and no worker begins
/// to run one.
inline constinit std::atomic<unsigned> gate_is_shut{0};
/// Until it is open.
void wait_at_gate() noexcept;

/// After what says which job runs was written. Pairs with the heavy fence of
/// who shuts the gate: either it sees that, or this waits.
inline void pass_gate() noexcept {
  light_fence();
  if (gate_is_shut.load(std::memory_order_acquire) != 0) [[unlikely]]
    wait_at_gate();
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
void left_with_locks(const job &ran) noexcept;

/// \p resumed has been lent something, perhaps: is it still there?
void look_at_loans(const observed_job &resumed) noexcept;

/// Lives while a worker runs a job, which it has noted as its current one.
class observed_run {
public:
  template <std::derived_from<observed_job> Job>
  explicit observed_run(Job &running) noexcept : running_(running) {
    running.set_begun();
    pass_gate();
    if (running.has_loans() || ended_loans.load(std::memory_order_relaxed) != 0)
        [[unlikely]]
      look_at_loans(running);
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
