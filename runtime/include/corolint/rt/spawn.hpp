// Tasks that run beside who started them.

#ifndef COROLINT_RT_SPAWN_HPP
#define COROLINT_RT_SPAWN_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/error.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <atomic>
#include <concepts>
#include <coroutine>
#include <cstdint>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

template <class T> class join_handle;

namespace detail {

/// A spawned task: shared by the scheduler, until the task ends, and by its
/// handle. One word says what has happened: nothing, the task has ended, the
/// handle is gone, or the address of who awaits the end.
template <class T> class spawned final : public spawned_job, public pooled {
public:
  spawned(scheduler &home, frame<T> child) noexcept
      : spawned_job(home, this_worker && this_worker->current
                              ? this_worker->current->locals
                              : nullptr),
        child_(std::move(child)) {
    begin_job(*this, child_);
  }

  std::coroutine_handle<> end(bool stopped) noexcept override {
    // The parameters of the coroutine end with it, not with the handle: another
    // task may wait for that, such as the receiver of a channel.
    set_ended();
    was_stopped_ = stopped;
    if (!stopped)
      result_.take_over(child_->result);
    child_.reset();
    home().forget(*this);
    const std::uintptr_t was = word_.exchange(ended, std::memory_order_acq_rel);
    if (was == dropped) {
      report_and_delete();
    } else if (was != running) {
      auto &waiter = *reinterpret_cast<list_waiter *>(was);
      job &awaiting = *waiter.waiting;
      if (awaiting.claim(waiter))
        schedule(awaiting);
      else
        let_go(); // it is being stopped, and waits for that
    }
    return std::noop_coroutine();
  }

  bool is_done() const noexcept {
    return word_.load(std::memory_order_acquire) == ended;
  }

  /// Publishes \p waiter, which is armed. False if the task has ended.
  bool wait(list_waiter &waiter) noexcept {
    std::uintptr_t expected = running;
    return word_.compare_exchange_strong(
        expected, reinterpret_cast<std::uintptr_t>(&waiter),
        std::memory_order_acq_rel, std::memory_order_acquire);
  }

  /// \p waiter is being stopped: nobody looks at it after this.
  void leave(list_waiter &waiter) noexcept {
    // Armed and not yet published: that takes a few instructions more.
    while (word_.load(std::memory_order_acquire) == running)
      relax();
    auto expected = reinterpret_cast<std::uintptr_t>(&waiter);
    if (word_.compare_exchange_strong(expected, running,
                                      std::memory_order_acq_rel,
                                      std::memory_order_acquire))
      return;
    while (!let_go_.load(std::memory_order_acquire))
      relax();
  }

  /// Says to leave() that nobody looks at the waiter any more.
  void let_go() noexcept { let_go_.store(true, std::memory_order_release); }

  /// The handle is gone.
  void drop() noexcept {
    std::uintptr_t expected = running;
    if (!word_.compare_exchange_strong(expected, dropped,
                                       std::memory_order_acq_rel,
                                       std::memory_order_acquire))
      report_and_delete();
  }

  /// After the end: the value, or throws.
  T take() {
    if (was_stopped_)
      throw task_stopped();
    looked_at_ = true;
    return result_.take();
  }

private:
  void report_and_delete() noexcept {
    if (!looked_at_)
      if (std::exception_ptr failure = result_.failure()) {
        fails_unobserved(*this);
        report_lost_failure(std::move(failure));
      }
    delete this;
  }

  static constexpr std::uintptr_t running = 0;
  static constexpr std::uintptr_t ended = 1;
  static constexpr std::uintptr_t dropped = 3;

  std::atomic<std::uintptr_t> word_{running};
  frame<T> child_;
  outcome<T> result_;
};

template <class T>
join_handle<T> start(scheduler &home, task<T> &&work, worker *only = nullptr);

} // namespace detail

/// Stands for a spawned task.
///
/// `co_await std::move(handle)` waits for its end and gives its value, throws
/// what it threw, or task_stopped if it was stopped. To be stopped while
/// awaiting leaves the task running. Dropped: asks the task to stop, nobody
/// waits; its failure is still reported. Not thread-safe.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_STOPS_IF_DROPPED
COROLINT_DROPS_FAILURES join_handle {
public:
  join_handle() = default;
  join_handle(join_handle &&other) noexcept
      : shared_(std::exchange(other.shared_, nullptr)) {}
  join_handle &operator=(join_handle &&other) noexcept {
    if (this != &other) {
      drop();
      shared_ = std::exchange(other.shared_, nullptr);
    }
    return *this;
  }
  ~join_handle() { drop(); }

  /// Stops the task at its present or next suspension. It still has to be
  /// awaited, or detached.
  COROLINT_NONBLOCKING void abort() noexcept {
    if (shared_ && !shared_->is_done())
      shared_->request_stop();
  }

  /// The task runs on, and nobody awaits it. Its failure is reported.
  COROLINT_DETACHES COROLINT_DROPS_FAILURES void detach() && noexcept {
    if (auto *shared = std::exchange(shared_, nullptr))
      shared->drop();
  }

  bool is_done() const noexcept { return !shared_ || shared_->is_done(); }
  explicit operator bool() const noexcept { return shared_ != nullptr; }

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_RUNS_ON_IF_DROPPED
  COROLINT_MAY_SUSPEND awaiter : detail::list_waiter {
  public:
    explicit awaiter(detail::spawned<T> *shared) noexcept : shared_(shared) {
      on_stop = [](detail::stop_waiter &self) noexcept {
        auto &waiter = static_cast<awaiter &>(self);
        waiter.shared_->leave(waiter);
        return true;
      };
    }
    awaiter(awaiter &&) = delete;
    ~awaiter() {
      if (shared_)
        shared_->drop();
    }

    bool await_ready() const {
      if (!shared_)
        detail::throw_consumed();
      return shared_->is_done();
    }
    template <detail::within_job Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
      detail::job &self = *suspended.promise().owner;
      waiting = &self;
      self.resume_point = suspended;
      switch (publish(self)) {
      case outcome::waits:
        return std::noop_coroutine();
      case outcome::stopped:
        return self.unwind();
      case outcome::ended:
        break;
      }
      return suspended;
    }
    T await_resume() { return shared_->take(); }

  private:
    enum class outcome { waits, ended, stopped };

    /// After this returned `waits` the awaiter may be gone.
    outcome publish(detail::job &self) noexcept {
      detail::spawned<T> &shared = *shared_;
      if (!self.arm(*this))
        return outcome::stopped;
      if (shared.wait(*this))
        return outcome::waits;
      if (self.claim(*this))
        return outcome::ended;
      // Somebody stops us, and waits to hear that the task's end did not see
      // us.
      shared.let_go();
      return outcome::waits;
    }

    detail::spawned<T> *shared_;
  };

  COROLINT_CANCEL_LOSES("the result of the task, which runs on")
  awaiter operator co_await() && noexcept {
    return awaiter(std::exchange(shared_, nullptr));
  }

private:
  template <class U>
  friend join_handle<U> detail::start(detail::scheduler &home, task<U> &&work,
                                      detail::worker *only);

  explicit join_handle(detail::spawned<T> *shared) noexcept : shared_(shared) {}

  void drop() noexcept {
    if (auto *shared = std::exchange(shared_, nullptr)) {
      shared->handle_dropped();
      if (!shared->is_done())
        shared->request_stop();
      shared->drop();
    }
  }

  detail::spawned<T> *shared_ = nullptr;
};

namespace detail {

template <class T>
join_handle<T> start(scheduler &home, task<T> &&work, worker *only) {
  frame<T> child = release(std::move(work));
  if (!child)
    throw_consumed();
  if (!only)
    crosses_threads(*child);
  auto *shared = new spawned<T>(home, std::move(child));
  shared->spawned_from(spawn_trace::here());
  if (only)
    shared->pin_to(*only);
  join_handle<T> handle(shared);
  home.start(*shared);
  return handle;
}

/// The task that \p F called with \p Args gives.
template <class F, class... Args>
using task_of = std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>;

/// Keeps the callable and its arguments in a frame for as long as they are
/// used.
template <class F, class... Args>
task<typename task_of<F, Args...>::value_type> call_with(F f, Args... args) {
  co_return co_await std::invoke(std::move(f), std::move(args)...);
}

} // namespace detail

/// Runs \p work beside the caller, on any worker of this runtime. Throws
/// task_consumed if there is nothing to run, no_runtime outside of tasks.
template <class T>
join_handle<T> spawn(COROLINT_SPAWNS COROLINT_CONSUMES task<T> work) {
  return detail::start(detail::this_scheduler(), std::move(work));
}

/// The same for what \p f called with \p args returns. Both are copied or moved
/// into the task, as std::thread does it: a lambda with captures is safe here.
template <class F, class... Args>
  requires detail::is_task<detail::task_of<F, Args...>>
auto spawn(COROLINT_SPAWNS F &&f, COROLINT_SPAWNS Args &&...args) {
  return spawn(detail::call_with<std::decay_t<F>, std::decay_t<Args>...>(
      std::forward<F>(f), std::forward<Args>(args)...));
}

/// Runs \p work beside the caller, on the caller's thread and no other: for
/// what belongs to one thread. It runs when the thread comes to it.
template <class T>
join_handle<T>
spawn_local(COROLINT_SPAWNS_LOCAL COROLINT_CONSUMES task<T> work) {
  detail::scheduler &home = detail::this_scheduler();
  return detail::start(home, std::move(work), detail::this_worker);
}

/// The same for what \p f called with \p args returns; both are copied or moved
/// into the task.
template <class F, class... Args>
  requires detail::is_task<detail::task_of<F, Args...>>
auto spawn_local(COROLINT_SPAWNS_LOCAL F &&f,
                 COROLINT_SPAWNS_LOCAL Args &&...args) {
  return spawn_local(detail::call_with<std::decay_t<F>, std::decay_t<Args>...>(
      std::forward<F>(f), std::forward<Args>(args)...));
}

} // namespace corolint::rt

#endif
