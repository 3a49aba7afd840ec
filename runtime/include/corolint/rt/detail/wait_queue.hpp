// The state of a primitive and the tasks that wait for it to change, behind one
// word.
//
// The word holds the state in steps of four. Its low bits say that tasks wait,
// and that somebody is busy with their list: a lock that costs nothing to those
// who find the state as they want it. While it is held the others still see the
// state from before, and the store that lets it go is the last touch of the
// primitive: whoever sees the new state may destroy it.

#ifndef COROLINT_RT_DETAIL_WAIT_QUEUE_HPP
#define COROLINT_RT_DETAIL_WAIT_QUEUE_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <atomic>
#include <coroutine>
#include <cstddef>
#include <thread>

namespace corolint::rt::detail {

/// One more operation that is ready at once. False: it is others' turn.
inline bool spend_budget() noexcept {
  worker *here = this_worker;
  return !here || here->spend();
}

/// Resumes \p suspended, of the job \p self, now or when it is its turn.
inline std::coroutine_handle<> go_on(job &self,
                                     std::coroutine_handle<> suspended) {
  if (spend_budget())
    return suspended;
  schedule_last(self);
  return std::noop_coroutine();
}

/// Wakes the jobs of waiters that were claimed under a lock, after it.
inline void wake_all(waiter_list &claimed) noexcept {
  while (list_waiter *each = claimed.front()) {
    claimed.erase(*each);
    schedule(*each->waiting);
  }
}

/// What became of who could not have it at once.
enum class admission {
  granted,
  queued, ///< the waiter may be gone
  stopped ///< the job has to unwind
};

class wait_queue {
public:
  static constexpr std::size_t busy = 1;
  static constexpr std::size_t waited = 2;
  static constexpr std::size_t unit = 4;

  explicit wait_queue(std::size_t state = 0) noexcept : word_(state) {}

  std::size_t peek() const noexcept {
    return word_.load(std::memory_order_acquire);
  }
  /// Changes the word if it is \p from, which has to be without `busy`; stores
  /// what it is there otherwise.
  bool change(std::size_t &from, std::size_t to) noexcept {
    return word_.compare_exchange_strong(from, to, std::memory_order_acq_rel,
                                         std::memory_order_acquire);
  }

  /// Returns the state.
  std::size_t lock() noexcept {
    for (unsigned tries = 0;;) {
      std::size_t word = word_.load(std::memory_order_relaxed);
      if (!(word & busy) && word_.compare_exchange_weak(
                                word, word | busy, std::memory_order_acquire,
                                std::memory_order_relaxed))
        return word & ~waited;
      // The owner may have been taken off its processor.
      if (++tries % 64 == 0)
        std::this_thread::yield();
      else
        relax();
    }
  }
  void unlock(std::size_t state) noexcept {
    word_.store(waiters.empty() ? state : state | waited,
                std::memory_order_release);
  }

  /// Changes the state by \p take, which gets it and returns false if it does
  /// not admit that. False, too, if somebody waits, who was first.
  template <class Take> bool try_take(Take take) noexcept {
    for (std::size_t word = peek();;) {
      if (word & waited)
        return false;
      if (word & busy) {
        relax();
        word = peek();
        continue;
      }
      std::size_t taken = word;
      if (!take(taken))
        return false;
      if (change(word, taken))
        return true;
    }
  }

  /// Tries once more with \p take, which gets the state to change it, and
  /// queues \p waiter if that fails too.
  template <class Take>
  admission admit(list_waiter &waiter, Take take) noexcept {
    std::size_t state = lock();
    if (take(state)) {
      unlock(state);
      return admission::granted;
    }
    if (!waiter.waiting->arm(waiter)) {
      unlock(state);
      return admission::stopped;
    }
    waiters.push_back(waiter);
    unlock(state);
    return admission::queued;
  }

  /// The same for a job at its suspension. Returns what runs next.
  template <class Take>
  std::coroutine_handle<> suspend(list_waiter &waiter, job &self,
                                  std::coroutine_handle<> suspended,
                                  Take take) noexcept {
    if (self.stop_requested())
      return self.unwind();
    waiter.waiting = &self;
    self.resume_point = suspended;
    switch (admit(waiter, take)) {
    case admission::granted:
      return go_on(self, suspended);
    case admission::stopped:
      return self.unwind();
    case admission::queued:
      break;
    }
    return std::noop_coroutine();
  }

  /// Takes \p waiter out, whose job is being stopped.
  void leave(list_waiter &waiter) noexcept {
    const std::size_t state = lock();
    if (waiter.is_linked())
      waiters.erase(waiter);
    unlock(state);
  }

  /// Moves all whose job can still be woken to \p claimed. Under the lock.
  void claim_all(waiter_list &claimed) noexcept {
    while (list_waiter *each = waiters.claim_front())
      claimed.push_back(*each);
  }

  waiter_list waiters; ///< guarded by `busy`

private:
  std::atomic<std::size_t> word_;
};

/// What is given out in the order in which it was asked for, and may be asked
/// for in different amounts or kinds. \p Admit gets the state and what is
/// wanted: it changes the state, or returns false if that has to wait.
template <class Wanted, bool (*Admit)(std::size_t &, Wanted) noexcept>
class ordered_queue : private wait_queue {
public:
  class awaiter;

  using wait_queue::peek;
  using wait_queue::wait_queue;

  /// False if somebody waits, who was first.
  bool take(Wanted wanted) noexcept {
    return try_take(
        [wanted](std::size_t &state) { return Admit(state, wanted); });
  }

  /// Gives back by \p more, which returns the state that it makes of one.
  template <class More> void give(More more) noexcept {
    for (std::size_t word = peek(); !(word & (waited | busy));)
      if (change(word, more(word)))
        return;
    serve_and_unlock(more(lock()));
  }

private:
  /// Wakes who waits longest, and whoever comes next, as far as it goes.
  void serve_and_unlock(std::size_t state) noexcept {
    waiter_list claimed;
    while (list_waiter *first = waiters.front()) {
      std::size_t taken = state;
      if (!Admit(taken, static_cast<awaiter &>(*first).wanted_))
        break;
      waiters.erase(*first);
      if (!first->waiting->claim(*first))
        continue; // it is being stopped
      state = taken;
      claimed.push_back(*first);
    }
    unlock(state);
    wake_all(claimed);
  }
};

template <class Wanted, bool (*Admit)(std::size_t &, Wanted) noexcept>
class ordered_queue<Wanted, Admit>::awaiter : list_waiter {
public:
  awaiter(awaiter &&) = delete;

  bool await_ready() noexcept { return spend_budget() && from_.take(wanted_); }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    return from_.suspend(*this, *suspended.promise().owner, suspended,
                         [this](std::size_t &state) {
                           return from_.waiters.empty() &&
                                  Admit(state, wanted_);
                         });
  }

protected:
  awaiter(ordered_queue &from, Wanted wanted) noexcept
      : list_waiter{{leave}}, from_(from), wanted_(wanted) {}
  ~awaiter() = default;

private:
  friend ordered_queue;

  static bool leave(stop_waiter &self) noexcept {
    auto &waiter = static_cast<awaiter &>(self);
    ordered_queue &left = waiter.from_;
    const std::size_t state = left.lock();
    if (waiter.is_linked())
      left.waiters.erase(waiter);
    // It may have kept others waiting that can go on without it.
    left.serve_and_unlock(state);
    return true;
  }

  ordered_queue &from_;
  const Wanted wanted_;
};

/// Waits for a primitive that lets a task through or not, whatever its name is.
/// The primitive has a `queue_`, a take() for who does not wait yet, and a
/// take_from() that does the same to the state under the lock.
template <class Primitive> class gate_awaiter : protected list_waiter {
public:
  gate_awaiter(gate_awaiter &&) = delete;

  bool await_ready() const noexcept {
    return spend_budget() && primitive_.take();
  }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    return suspend(*suspended.promise().owner, suspended);
  }

protected:
  explicit gate_awaiter(Primitive &primitive) noexcept
      : list_waiter{{leave}}, primitive_(primitive) {}
  ~gate_awaiter() = default;

  /// Without a suspension, for a job that is suspended already.
  admission admit() noexcept {
    return primitive_.queue_.admit(*this, from_state());
  }

  Primitive &primitive_;

private:
  // Not the function itself: a pointer to it would not be inlined.
  struct from_state {
    bool operator()(std::size_t &state) const noexcept {
      return Primitive::take_from(state);
    }
  };

  std::coroutine_handle<> suspend(job &self,
                                  std::coroutine_handle<> suspended) noexcept {
    return primitive_.queue_.suspend(*this, self, suspended, from_state());
  }
  static bool leave(stop_waiter &self) noexcept {
    auto &waiter = static_cast<gate_awaiter &>(self);
    waiter.primitive_.queue_.leave(waiter);
    return true;
  }
};

} // namespace corolint::rt::detail

#endif
