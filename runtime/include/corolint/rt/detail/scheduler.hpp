// Workers that run jobs, steal them from each other, and sleep when there are
// none.
//
// What a job wakes goes into the one-job slot of its worker and runs next: two
// tasks that talk to each other stay on one thread, and nobody else is woken
// for it. What a job spawns goes into the worker's deque, where idle workers
// find it. At every 64th job a worker looks at what comes from outside (timers,
// descriptors, other threads), so that nothing starves.

#ifndef COROLINT_RT_DETAIL_SCHEDULER_HPP
#define COROLINT_RT_DETAIL_SCHEDULER_HPP

#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/job_queue.hpp"
#include "corolint/rt/detail/parking.hpp"
#include "corolint/rt/detail/reactor.hpp"
#include "corolint/rt/detail/scheduler_list.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include "corolint/rt/detail/timer_wheel.hpp"
#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

class scheduler;
class blocking_pool;
class console;
class watchdog;

/// A job that lives by itself: known to its scheduler, which stops and awaits
/// it when the runtime ends.
class spawned_job : public job {
public:
  using job::job;

protected:
  ~spawned_job() = default;

private:
  friend class scheduler;
  friend class live_jobs;
  std::uint8_t part_ = 0; ///< of the live jobs, in which this one stands

protected:
  // Of those that derive: here they take no place of their own.
  std::atomic<bool> let_go_{false};
  bool looked_at_ = false;
  bool was_stopped_ = false;

private:
  spawned_job *live_previous_ = nullptr;
  spawned_job *live_next_ = nullptr;
};

/// A part of the spawned jobs of a scheduler. Thread-safe.
class alignas(64) live_jobs {
public:
  void insert(spawned_job &added) noexcept;
  void erase(spawned_job &removed) noexcept;
  void stop_all() noexcept;
  bool empty() noexcept;
  std::size_t count() noexcept;

private:
  spin_lock lock_;
  spawned_job *first_ = nullptr;
};

class alignas(64) worker : public observed_worker {
public:
  worker(scheduler &home, unsigned index) noexcept
      : home(home), index(index), random_(index * 2654435761u + 1) {}

  /// Runs \p next after what runs now; pushes what stood there to the deque.
  void wake(job &next) noexcept {
    if (job *displaced = std::exchange(slot_, &next))
      offer(*displaced);
  }
  /// By another thread: wakes a job that runs here only.
  void wake_from_outside(job &pinned) noexcept;
  /// Runs \p later after everything that is ready here.
  void wake_last(job &later) noexcept { last_.push_back(later); }
  /// Puts \p added where idle workers find it.
  void offer(job &added) noexcept;

  /// Before what runs blocks: lets other workers run what waits here, but for
  /// what is pinned.
  void give_away() noexcept;

  /// One more operation that was ready at once. False: it is others' turn.
  bool spend() noexcept { return budget_ != 0 && budget_-- != 0; }

  /// Runs \p child now, in the middle of the job that calls. Returns when it
  /// suspends or ends.
  void run_within(job &child) noexcept;

  /// Until the scheduler ends. By the thread of the worker.
  void run() noexcept;

  /// For a worker that its owner drives: runs what is ready, at most
  /// \p at_most jobs, then looks at timers and descriptors. Returns how many
  /// ran.
  std::size_t run_ready(std::size_t at_most) noexcept;
  /// Waits for something to run, for \p longest at most (negative: for ever).
  void wait_for_work(std::chrono::milliseconds longest) noexcept;

  /// What another thread can see of this one; moments may differ.
  struct pulse {
    unsigned jobs; ///< that it has taken
    bool is_asleep;
    int thread_id; ///< of the kernel; 0: it has not begun
    pthread_t thread;
  };
  pulse feel() const noexcept {
    const int id = thread_id_.load(std::memory_order_acquire);
    return {ticks_.load(std::memory_order_relaxed),
            is_asleep_.load(std::memory_order_relaxed), id,
            id != 0 ? thread_ : pthread_t()};
  }

  scheduler &home;
  const unsigned index;
  current_job current{}; ///< what runs; null between two jobs

private:
  friend class scheduler;

  static constexpr unsigned look_outside = 64;   ///< jobs between two looks
  static constexpr unsigned longest_streak = 16; ///< jobs in a row by the slot
  static constexpr unsigned operations = 128; ///< of one job before it yields

  void execute(job &next) noexcept;
  job *next_job() noexcept;
  // Out of the way of next_job(), which is short without them.
  [[gnu::noinline]] job *look_around() noexcept;
  [[gnu::noinline]] job *take_from_others() noexcept;
  job *steal() noexcept;
  job *take_from_inbox() noexcept;
  /// The first of \p taken; keeps the others to run them next.
  job *keep_all_but_first(job_queue &taken) noexcept;
  bool sleep() noexcept;

  // What each job touches, in one line of the cache.
  job *slot_ = nullptr;
  job_queue last_;
  unsigned budget_ = 0;
  std::atomic<unsigned> ticks_{0}; ///< written by this worker only
  unsigned streak_ = 0;
  std::uint32_t started_ = 0; ///< jobs that were spawned here

  alignas(64) spin_lock inbox_lock_;
  job_queue inbox_; ///< jobs pinned here, woken by others; guarded
  std::atomic<std::size_t> inbox_count_{0};
  std::uint32_t random_;
  parking parking_;
  std::atomic<bool> is_asleep_{false};
  std::atomic<int> thread_id_{0};
  pthread_t thread_{}; ///< before thread_id_ is set
  alignas(64) job_deque ready_;

public:
  timer_wheel timers;
};

/// The worker of this thread, or null.
inline constinit thread_local worker *this_worker = nullptr;

/// Wakes the job that runs on the calling worker again, after everything that
/// is ready there.
inline void schedule_last(job &running) noexcept {
  if (worker *here = this_worker) [[likely]]
    here->wake_last(running);
  else
    schedule(running); // on a thread of somebody else's
}

/// Jobs that an owner runs before it looks at anything else.
inline constexpr std::size_t worker_batch = 1024;

struct scheduler_options {
  unsigned workers = 1;
  bool threads = true; ///< false: the caller drives the one worker
  unsigned blocking_limit = 512;
  checked_level checked = default_checked_level();
  std::chrono::milliseconds stall_limit{100};
  std::string console{}; ///< the path of its socket; empty: by the environment
  int dump_signal = 0;   ///< 0: by the environment
};

class scheduler {
public:
  /// Throws std::system_error if the kernel gives no threads or descriptors.
  explicit scheduler(const scheduler_options &options);
  /// Stops all jobs, runs until they have ended, joins the threads.
  ~scheduler();

  /// From any thread: hands \p woken to a worker.
  void inject(job &woken) noexcept {
    job_queue one;
    one.push_back(woken);
    inject(one, 1);
  }

  /// Registers \p added and runs it on a worker: this one if it is ours.
  void start(spawned_job &added) noexcept;
  /// A job that was started has ended.
  void forget(spawned_job &ended) noexcept { live_[ended.part_].erase(ended); }

  /// Wakes a worker if one sleeps and none is searching. After work was made
  /// visible to others.
  void notify() noexcept;

  /// Rounded down; the time of the test clock if that is paused.
  tick now() const noexcept;
  /// The same as a point in time, not rounded.
  std::chrono::steady_clock::time_point time() const noexcept;
  /// When \p deadline is over: rounded up.
  tick
  tick_after(std::chrono::steady_clock::time_point deadline) const noexcept;

  /// When \p span will have passed, seen from \p now: rounded up, and one tick
  /// more, since the present one has partly gone by.
  static tick tick_in(tick now, std::chrono::nanoseconds span) noexcept {
    if (span.count() <= 0)
      return now + 1;
    return now + 1 +
           static_cast<tick>(
               std::chrono::ceil<std::chrono::milliseconds>(span).count());
  }

  /// Stops the clock of this scheduler at the present time. From then on time
  /// passes only by advance_clock(), or, when every job waits, up to the next
  /// timer. For schedulers that their owner drives.
  void pause_clock() noexcept;
  void advance_clock(std::chrono::milliseconds by) noexcept;

  /// The wheel that a timer of the calling thread goes into.
  timer_wheel &wheel() noexcept;
  /// To be called after a timer was armed that is due at \p due.
  void timer_armed(tick due) noexcept;

  blocking_pool &blocking() noexcept { return *blocking_; }
  reactor &events() noexcept { return *reactor_; }
  checked_level level() const noexcept { return level_; }
  /// How long a task may keep others waiting before it is reported.
  std::chrono::milliseconds stall_limit() const noexcept {
    return stall_limit_;
  }
  /// Threads that wait in block_on.
  unsigned waiting_outside() const noexcept {
    return waiting_outside_.load(std::memory_order_relaxed);
  }
  /// Around such a wait.
  void begin_wait_outside() noexcept {
    waiting_outside_.fetch_add(1, std::memory_order_relaxed);
  }
  void end_wait_outside() noexcept {
    waiting_outside_.fetch_sub(1, std::memory_order_relaxed);
  }
  /// True if nothing but other threads can wake a job: no worker runs or has
  /// work, no timer is armed, no descriptor watched. A moment's view.
  bool is_quiet() noexcept;
  std::size_t worker_count() const noexcept { return workers_.size(); }
  /// By a thread of its own.
  bool is_watched() const noexcept { return watchdog_ != nullptr; }
  /// By the worker of that index.
  unsigned jobs_taken_by(unsigned index) const noexcept {
    return workers_[index]->feel().jobs;
  }
  worker &first_worker() noexcept { return *workers_.front(); }
  std::span<const std::unique_ptr<worker>> workers() const noexcept {
    return workers_;
  }

  /// True once the runtime has begun to end.
  bool is_ending() const noexcept {
    return ending_.load(std::memory_order_acquire);
  }
  bool has_live_jobs() noexcept;
  /// Of the tasks that were spawned. Takes the longer the more there are.
  std::size_t count_live_jobs() noexcept;

private:
  friend class worker;

  void poll(bool may_sleep, std::chrono::milliseconds longest) noexcept;
  void advance_timers() noexcept;
  void inject(job_queue &woken, std::size_t count) noexcept;
  /// Up to \p at_most of what was injected, the oldest first.
  job_queue take_injected(std::size_t at_most) noexcept;
  tick next_due() const noexcept;
  bool has_work_for(const worker &asking) const noexcept;
  static void wake(worker &sleeper) noexcept;
  void wake_one(worker &pinned_to) noexcept;
  /// Under idle_lock_. True for the first who asks: it has to interrupt.
  bool may_interrupt_poll() noexcept;

  std::vector<std::unique_ptr<worker>> workers_;
  std::unique_ptr<reactor> reactor_;
  std::unique_ptr<blocking_pool> blocking_;
  std::vector<std::thread> threads_;
  const checked_level level_;
  const std::chrono::milliseconds stall_limit_;
  std::unique_ptr<watchdog> watchdog_; ///< null unless checked
  std::shared_ptr<console> console_;   ///< null unless asked for

  /// A worker goes on to the next part after some jobs, so that those who end
  /// jobs seldom meet those who start them.
  static constexpr std::size_t live_parts = 16;
  static constexpr std::uint32_t jobs_in_a_row = 64;
  std::array<live_jobs, live_parts> live_;

  spin_lock injected_lock_;
  job_queue injected_;
  std::atomic<std::size_t> injected_count_{0};

  // Sleeping.
  std::mutex idle_lock_;
  std::vector<worker *> idle_; ///< guarded by idle_lock_
  worker *polling_ = nullptr;  ///< in the reactor; guarded
  /// The poller has been interrupted, and will return. Written under the lock.
  std::atomic<bool> poll_is_interrupted_{false};
  std::atomic<unsigned> idle_count_{0};
  std::atomic<unsigned> searching_{0};
  /// A timer that is due before this has to interrupt the reactor. 0: nobody
  /// sleeps in it.
  std::atomic<tick> sleeping_until_{0};
  std::atomic_flag in_reactor_;

  std::chrono::steady_clock::time_point start_;
  std::atomic<bool> clock_paused_{false};
  std::atomic<tick> paused_at_{0};

  std::atomic<unsigned> waiting_outside_{0};
  std::atomic<bool> ending_{false};
  std::atomic<bool> stopping_{false}; ///< the workers' threads are to end

  /// Last, so that it goes first, after all jobs have ended.
  std::optional<listed_scheduler> listed_;
};

inline scheduler &job::home() const noexcept {
  const worker *only = pinned();
  return only ? only->home : *reinterpret_cast<scheduler *>(place_);
}

/// The calling worker if \p woken may run there. Otherwise the job is handed on
/// to where it may, and null returned.
inline worker *here_or_elsewhere(job &woken) noexcept {
  worker *const here = this_worker;
  if (worker *const only = woken.pinned()) [[unlikely]] {
    if (only == here)
      return here;
    only->wake_from_outside(woken);
    return nullptr;
  }
  scheduler &home = woken.home();
  if (here && &here->home == &home) [[likely]]
    return here;
  home.inject(woken);
  return nullptr;
}

inline void schedule(job &woken) noexcept {
  if (worker *here = here_or_elsewhere(woken))
    here->wake(woken);
}

/// The scheduler that the calling thread works for. Throws no_runtime if none.
scheduler &this_scheduler();

} // namespace corolint::rt::detail

#endif
