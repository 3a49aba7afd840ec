#include "corolint/rt/detail/scheduler.hpp"
#include "blocking_pool.hpp"
#include "console.hpp"
#include "corolint/rt/error.hpp"
#include "watchdog.hpp"
#include <algorithm>
#include <unistd.h>
#include <utility>

namespace corolint::rt::detail {

//===--- Jobs
//--------------------------------------------------------------===//

constinit stop_waiter job::not_begun{
    [](stop_waiter &) noexcept { return false; }};

bool job::stop_waiting() noexcept {
  stop_waiter *waiter = waiting_.load(std::memory_order_acquire);
  if (!waiter || !claim(*waiter))
    return false;
  if (waiter->on_stop(*waiter)) {
    resume_point = nullptr;
    schedule(*this);
  }
  return true;
}

bool job::begin_stop() noexcept {
  return !stop_requested_.exchange(true, std::memory_order_acq_rel) &&
         !stop_waiting();
}

void job::end_stop() noexcept {
  // Who arms the job from now on sees the request; who did before is seen here.
  // If the waiter is taken out meanwhile, then by somebody who wakes the job.
  stop_waiting();
}

void job::request_stop() noexcept {
  if (!begin_stop())
    return;
  heavy_fence(); // pairs with the light one in arm()
  end_stop();
}

std::coroutine_handle<> job::unwind() noexcept {
  resume_point = nullptr;
  schedule(*this);
  return std::noop_coroutine();
}

void schedule_new(job &added) noexcept {
  added.set_begun();
  if (worker *here = here_or_elsewhere(added))
    here->offer(added);
}

void live_jobs::insert(spawned_job &added) noexcept {
  const std::lock_guard held(lock_);
  added.live_previous_ = nullptr;
  added.live_next_ = first_;
  if (first_)
    first_->live_previous_ = &added;
  first_ = &added;
}

void live_jobs::erase(spawned_job &removed) noexcept {
  const std::lock_guard held(lock_);
  (removed.live_previous_ ? removed.live_previous_->live_next_ : first_) =
      removed.live_next_;
  if (removed.live_next_)
    removed.live_next_->live_previous_ = removed.live_previous_;
}

void live_jobs::stop_all() noexcept {
  // Under the lock a job cannot end, so each of them lives.
  const std::lock_guard held(lock_);
  bool some_run = false;
  for (spawned_job *each = first_; each; each = each->live_next_)
    if (each->begin_stop())
      some_run = true;
  if (!some_run)
    return;
  heavy_fence();
  for (spawned_job *each = first_; each; each = each->live_next_)
    each->end_stop();
}

std::size_t live_jobs::count() noexcept {
  const std::lock_guard held(lock_);
  std::size_t count = 0;
  for (const spawned_job *each = first_; each; each = each->live_next_)
    ++count;
  return count;
}

bool live_jobs::empty() noexcept {
  const std::lock_guard held(lock_);
  return first_ == nullptr;
}

scheduler &this_scheduler() {
  if (worker *here = this_worker)
    return here->home;
  throw no_runtime();
}

//===--- Workers
//-----------------------------------------------------------===//

void worker::wake_from_outside(job &pinned) noexcept {
  {
    const std::lock_guard held(inbox_lock_);
    inbox_.push_back(pinned);
    inbox_count_.fetch_add(1, std::memory_order_relaxed);
  }
  std::atomic_thread_fence(std::memory_order_seq_cst); // as in inject()
  home.wake_one(*this);
}

job *worker::take_from_inbox() noexcept {
  if (inbox_count_.load(std::memory_order_relaxed) == 0)
    return nullptr;
  const std::lock_guard held(inbox_lock_);
  job *taken = inbox_.pop_front();
  if (taken)
    inbox_count_.fetch_sub(1, std::memory_order_relaxed);
  return taken;
}

void worker::offer(job &added) noexcept {
  if (added.pinned()) [[unlikely]] {
    last_.push_back(added);
    return;
  }
  if (!ready_.push(added)) [[unlikely]] {
    job_queue older;
    const std::size_t count = ready_.pop_half(older);
    ready_.push(added);
    home.inject(older, count);
    return;
  }
  home.notify();
}

void worker::give_away() noexcept {
  job_queue given, kept;
  std::size_t count = 0;
  const auto sort = [&](job &each) {
    if (each.pinned()) {
      kept.push_back(each);
    } else {
      given.push_back(each);
      ++count;
    }
  };
  if (job *const next = std::exchange(slot_, nullptr))
    sort(*next);
  // Others steal only when they have nothing left; but all look at what comes
  // from outside now and then.
  while (job *const each = ready_.pop_oldest())
    sort(*each);
  while (job *const each = last_.pop_front())
    sort(*each);
  while (job *const each = kept.pop_front())
    last_.push_back(*each);
  if (count != 0)
    home.inject(given, count);
}

job *worker::keep_all_but_first(job_queue &taken) noexcept {
  job *const first = taken.pop_front();
  if (taken.empty())
    return first;
  while (job *each = taken.pop_front())
    ready_.push(*each);
  home.notify();
  return first;
}

[[gnu::always_inline]] inline void worker::execute(job &next) noexcept {
  current = &next;
  budget_ = operations;
  const observed_run observed(next);
  if (next.is_unwinding()) [[unlikely]]
    next.end(true).resume();
  else
    next.resume_point.resume();
  current = nullptr;
}

void worker::run_within(job &child) noexcept {
  job *const outer = current;
  const observed_nesting nested(*this, outer);
  current = &child;
  const observed_run observed(child);
  child.resume_point.resume();
  current = outer;
}

inline job *worker::next_job() noexcept {
  const unsigned tick = ticks_.load(std::memory_order_relaxed) + 1;
  ticks_.store(tick, std::memory_order_relaxed);
  if (tick % look_outside == 0) [[unlikely]]
    if (job *taken = look_around())
      return taken;
  if (slot_) {
    if (++streak_ <= longest_streak)
      return std::exchange(slot_, nullptr);
    last_.push_back(*std::exchange(slot_, nullptr));
  }
  streak_ = 0;
  // In turns, so that neither what yields nor what is spawned starves.
  if (!ready_.looks_empty() && (tick % 2 == 0 || last_.empty()))
    if (job *taken = ready_.pop())
      return taken;
  if (job *taken = last_.pop_front())
    return taken;
  return take_from_others();
}

job *worker::look_around() noexcept {
  home.poll(false, {});
  if (job *taken = take_from_inbox())
    return taken;
  if (job *taken = home.take_injected(1).pop_front())
    return taken;
  return ready_.pop_oldest();
}

job *worker::take_from_others() noexcept {
  if (job *taken = take_from_inbox())
    return taken;
  job_queue taken = home.take_injected(job_deque::capacity / 2);
  return keep_all_but_first(taken);
}

job *worker::steal() noexcept {
  const std::size_t count = home.workers_.size();
  random_ = random_ * 1664525u + 1013904223u;
  std::size_t at = random_ % count;
  for (std::size_t i = 0; i != count; ++i, at = at + 1 == count ? 0 : at + 1) {
    worker &other = *home.workers_[at];
    if (&other == this)
      continue;
    job_queue taken;
    if (other.ready_.steal(taken))
      return keep_all_but_first(taken);
  }
  return nullptr;
}

std::size_t worker::run_ready(std::size_t at_most) noexcept {
  std::size_t ran = 0;
  for (; ran != at_most; ++ran) {
    job *next = next_job();
    if (!next)
      break;
    execute(*next);
  }
  home.poll(false, {});
  return ran;
}

void worker::wait_for_work(std::chrono::milliseconds longest) noexcept {
  home.poll(true, longest);
}

void worker::run() noexcept {
  this_worker = this;
  thread_ = pthread_self();
  thread_id_.store(gettid(), std::memory_order_release);
  bool searching = false;
  for (;;) {
    job *next = next_job();
    if (!next && home.workers_.size() > 1) {
      // Half of the workers searching is enough to find what there is.
      if (!searching && 2 * home.searching_.load(std::memory_order_relaxed) <
                            home.workers_.size()) {
        searching = true;
        home.searching_.fetch_add(1, std::memory_order_seq_cst);
      }
      if (searching)
        next = steal();
    }
    if (searching) {
      searching = false;
      // The last one to stop searching passes the word on: there may be more.
      if (home.searching_.fetch_sub(1, std::memory_order_seq_cst) == 1 && next)
        home.notify();
    }
    if (next) {
      execute(*next);
      continue;
    }
    is_asleep_.store(true, std::memory_order_relaxed);
    const bool goes_on = sleep();
    is_asleep_.store(false, std::memory_order_relaxed);
    if (!goes_on)
      break;
  }
  this_worker = nullptr;
}

/// Sleeps until there may be work. False if the worker is to end.
bool worker::sleep() noexcept {
  bool polls = false;
  {
    const std::lock_guard held(home.idle_lock_);
    if (home.stopping_.load(std::memory_order_relaxed))
      return false;
    if (!home.polling_) {
      home.polling_ = this;
      polls = true;
    } else {
      home.idle_.push_back(this);
    }
    home.idle_count_.fetch_add(1, std::memory_order_relaxed);
  }
  if (polls) {
    // Looks for work behind a fence of its own.
    home.poll(true, std::chrono::milliseconds(-1));
  } else {
    // Pairs with the light fence in notify(): either it sees us idle, or we see
    // what it made.
    heavy_fence();
    if (!home.has_work_for(*this))
      parking_.park();
  }
  worker *successor = nullptr;
  {
    const std::lock_guard held(home.idle_lock_);
    if (home.polling_ == this) {
      home.polling_ = nullptr;
      if (!home.poll_is_interrupted_.exchange(false, std::memory_order_relaxed))
        home.idle_count_.fetch_sub(1, std::memory_order_relaxed);
      // Somebody has to watch timers and descriptors while this one works.
      if (!home.idle_.empty()) {
        successor = home.idle_.back();
        home.idle_.pop_back();
        home.idle_count_.fetch_sub(1, std::memory_order_relaxed);
      }
    } else if (auto at = std::find(home.idle_.begin(), home.idle_.end(), this);
               at != home.idle_.end()) {
      home.idle_.erase(at);
      home.idle_count_.fetch_sub(1, std::memory_order_relaxed);
    }
  }
  if (successor)
    scheduler::wake(*successor);
  return true;
}

//===--- The scheduler
//-----------------------------------------------------===//

scheduler::scheduler(const scheduler_options &options)
    : reactor_(make_epoll_reactor()),
      blocking_(std::make_unique<blocking_pool>(options.blocking_limit)),
      level_(options.checked), stall_limit_(options.stall_limit),
      start_(std::chrono::steady_clock::now()) {
  prepare_fences();
  note_time();
  const unsigned count = options.workers == 0 ? 1 : options.workers;
  for (unsigned i = 0; i != count; ++i)
    workers_.push_back(std::make_unique<worker>(*this, i));
  idle_.reserve(count);
  listed_.emplace(*this);
  console_ = console::join({options.console, options.dump_signal});
  if (!options.threads)
    return;
  try {
    for (auto &each : workers_)
      threads_.emplace_back([&each = *each] { each.run(); });
    if (options.checked != checked_level::off)
      watchdog_ = std::make_unique<watchdog>(*this, workers_, stall_limit_);
  } catch (...) {
    stopping_.store(true);
    reactor_->interrupt();
    for (auto &each : workers_)
      wake(*each);
    for (std::thread &each : threads_)
      each.join();
    throw;
  }
}

scheduler::~scheduler() {
  ending_.store(true, std::memory_order_seq_cst);
  for (live_jobs &each : live_)
    each.stop_all();
  if (threads_.empty()) {
    worker *const outer = std::exchange(this_worker, workers_.front().get());
    while (has_live_jobs())
      if (this_worker->run_ready(SIZE_MAX) == 0)
        this_worker->wait_for_work(std::chrono::milliseconds(10));
    this_worker = outer;
  } else {
    while (has_live_jobs())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  watchdog_.reset();
  blocking_.reset();
  {
    const std::lock_guard held(idle_lock_);
    stopping_.store(true);
    for (worker *each : idle_)
      wake(*each);
  }
  reactor_->interrupt();
  for (std::thread &each : threads_)
    each.join();
}

std::size_t scheduler::count_live_jobs() noexcept {
  std::size_t count = 0;
  for (live_jobs &each : live_)
    count += each.count();
  return count;
}

bool scheduler::has_live_jobs() noexcept {
  return std::any_of(live_.begin(), live_.end(),
                     [](live_jobs &each) { return !each.empty(); });
}

void scheduler::start(spawned_job &added) noexcept {
  worker *here = this_worker;
  if (here && &here->home == this)
    added.part_ = static_cast<std::uint8_t>(
        (here->index + here->started_++ / jobs_in_a_row) % live_parts);
  live_[added.part_].insert(added);
  if (is_ending())
    added.request_stop();
  schedule_new(added);
}

void scheduler::inject(job_queue &woken, std::size_t count) noexcept {
  {
    const std::lock_guard held(injected_lock_);
    injected_.append(woken);
    injected_count_.store(injected_count_.load(std::memory_order_relaxed) +
                              count,
                          std::memory_order_relaxed);
  }
  // Pairs with poll(): a worker that is alone has no heavy fence there.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  notify();
}

job_queue scheduler::take_injected(std::size_t at_most) noexcept {
  job_queue taken;
  if (injected_count_.load(std::memory_order_relaxed) == 0)
    return taken;
  const std::lock_guard held(injected_lock_);
  std::size_t count = injected_count_.load(std::memory_order_relaxed);
  // The others get their share.
  for (std::size_t share = 1 + count / workers_.size();
       share != 0 && at_most != 0 && count != 0; --share, --at_most, --count)
    taken.push_back(*injected_.pop_front());
  injected_count_.store(count, std::memory_order_relaxed);
  return taken;
}

void scheduler::wake(worker &sleeper) noexcept { sleeper.parking_.unpark(); }

void scheduler::notify() noexcept {
  light_fence(); // pairs with the heavy one in worker::sleep()
  if (threads_.empty()) {
    // Driven by its owner, who may sleep in the reactor.
    if (this_worker != workers_.front().get() &&
        sleeping_until_.load(std::memory_order_relaxed) != 0 &&
        sleeping_until_.exchange(0, std::memory_order_relaxed) != 0)
      reactor_->interrupt();
    return;
  }
  if (idle_count_.load(std::memory_order_relaxed) == 0 ||
      searching_.load(std::memory_order_relaxed) != 0)
    return;
  worker *woken = nullptr;
  {
    const std::lock_guard held(idle_lock_);
    if (!idle_.empty()) {
      woken = idle_.back();
      idle_.pop_back();
      idle_count_.fetch_sub(1, std::memory_order_relaxed);
    } else if (polling_ == this_worker || !may_interrupt_poll()) {
      return; // who comes back from the reactor looks for work by itself
    }
  }
  if (woken)
    wake(*woken);
  else
    reactor_->interrupt();
}

void scheduler::wake_one(worker &pinned_to) noexcept {
  if (threads_.empty()) {
    notify();
    return;
  }
  bool polls = false;
  {
    const std::lock_guard held(idle_lock_);
    polls = polling_ == &pinned_to && may_interrupt_poll();
    if (auto at = std::find(idle_.begin(), idle_.end(), &pinned_to);
        at != idle_.end()) {
      idle_.erase(at);
      idle_count_.fetch_sub(1, std::memory_order_relaxed);
    } else if (!polls) {
      return; // it runs, and looks at its inbox before it sleeps
    }
  }
  if (polls)
    reactor_->interrupt();
  else
    wake(pinned_to);
}

bool scheduler::may_interrupt_poll() noexcept {
  if (!polling_ || poll_is_interrupted_.load(std::memory_order_relaxed))
    return false;
  // It counts as awake from here on, so that nobody interrupts it again before
  // it comes to run.
  poll_is_interrupted_.store(true, std::memory_order_relaxed);
  idle_count_.fetch_sub(1, std::memory_order_relaxed);
  return true;
}

bool scheduler::has_work_for(const worker &asking) const noexcept {
  if (injected_count_.load(std::memory_order_relaxed) != 0 ||
      asking.inbox_count_.load(std::memory_order_relaxed) != 0 ||
      stopping_.load(std::memory_order_relaxed))
    return true;
  return std::any_of(workers_.begin(), workers_.end(), [&](const auto &each) {
    return each.get() != &asking && !each->ready_.looks_empty();
  });
}

//===--- Time and descriptors
//----------------------------------------------===//

tick scheduler::now() const noexcept {
  if (clock_paused_.load(std::memory_order_acquire)) [[unlikely]]
    return paused_at_.load(std::memory_order_acquire);
  return static_cast<tick>(std::chrono::floor<std::chrono::milliseconds>(
                               std::chrono::steady_clock::now() - start_)
                               .count());
}

std::chrono::steady_clock::time_point scheduler::time() const noexcept {
  if (clock_paused_.load(std::memory_order_acquire)) [[unlikely]]
    return start_ + std::chrono::milliseconds(now());
  return std::chrono::steady_clock::now();
}

tick scheduler::tick_after(
    std::chrono::steady_clock::time_point deadline) const noexcept {
  if (deadline <= start_)
    return 0;
  return static_cast<tick>(
      std::chrono::ceil<std::chrono::milliseconds>(deadline - start_).count());
}

void scheduler::pause_clock() noexcept {
  paused_at_.store(now(), std::memory_order_release);
  clock_paused_.store(true, std::memory_order_release);
}

void scheduler::advance_clock(std::chrono::milliseconds by) noexcept {
  paused_at_.fetch_add(static_cast<tick>(by.count()),
                       std::memory_order_acq_rel);
  advance_timers();
}

timer_wheel &scheduler::wheel() noexcept {
  worker *here = this_worker;
  return here && &here->home == this ? here->timers : workers_.front()->timers;
}

void scheduler::timer_armed(tick due) noexcept {
  light_fence(); // pairs with the heavy one in poll()
  tick until = sleeping_until_.load(std::memory_order_relaxed);
  while (due < until)
    if (sleeping_until_.compare_exchange_weak(until, due,
                                              std::memory_order_relaxed)) {
      reactor_->interrupt();
      return;
    }
}

bool scheduler::is_quiet() noexcept {
  const bool is_alone = threads_.empty(); // it asks itself, and runs no job
  return injected_count_.load(std::memory_order_relaxed) == 0 &&
         next_due() == never && !reactor_->is_watching() &&
         std::all_of(workers_.begin(), workers_.end(), [&](const auto &each) {
           return (is_alone ||
                   each->is_asleep_.load(std::memory_order_relaxed)) &&
                  each->ready_.looks_empty() &&
                  each->inbox_count_.load(std::memory_order_relaxed) == 0;
         });
}

tick scheduler::next_due() const noexcept {
  tick first = never;
  for (const auto &each : workers_)
    first = std::min(first, each->timers.next_due());
  return first;
}

void scheduler::advance_timers() noexcept {
  if (next_due() == never)
    return;
  const tick reached = now();
  for (const auto &each : workers_)
    each->timers.advance(reached);
}

void scheduler::poll(bool may_sleep,
                     std::chrono::milliseconds longest) noexcept {
  advance_timers();
  // One thread at a time; who comes second would find the same.
  if (in_reactor_.test_and_set(std::memory_order_acquire))
    return;
  if (!may_sleep) {
    if (reactor_->is_watching())
      reactor_->wait(std::chrono::milliseconds(0));
    in_reactor_.clear(std::memory_order_release);
    return;
  }
  sleeping_until_.store(never, std::memory_order_relaxed);
  // Pairs with the light ones in timer_armed() and notify(). A worker that is
  // alone meets only those from outside, whose fences are real.
  if (workers_.size() == 1)
    std::atomic_thread_fence(std::memory_order_seq_cst);
  else
    heavy_fence();
  const tick due = next_due();
  const worker &here = *this_worker; // nobody else may sleep
  // An interruption before we came may have ended the wait of another thread.
  // That thread has left the reactor since, and so we see the mark.
  const bool ready = poll_is_interrupted_.load(std::memory_order_relaxed) ||
                     has_work_for(here) || here.slot_ || !here.last_.empty() ||
                     !here.ready_.looks_empty();
  const tick time = now();
  std::chrono::milliseconds wait = longest;
  if (ready || due <= time)
    wait = std::chrono::milliseconds(0);
  else if (due != never) {
    if (clock_paused_.load(std::memory_order_relaxed)) {
      // Nothing but time can wake anybody: let it pass.
      paused_at_.store(due, std::memory_order_release);
      wait = std::chrono::milliseconds(0);
    } else if (longest.count() < 0 ||
               due - time < static_cast<tick>(longest.count())) {
      wait = std::chrono::milliseconds(due - time);
      tick nobody = never; // what is due later changes nothing
      sleeping_until_.compare_exchange_strong(nobody, due,
                                              std::memory_order_relaxed);
    }
  }
  reactor_->wait(wait);
  note_time();
  sleeping_until_.store(0, std::memory_order_relaxed);
  in_reactor_.clear(std::memory_order_release);
  advance_timers();
}

} // namespace corolint::rt::detail
