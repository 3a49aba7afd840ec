// Where tasks run: a pool of worker threads, or the thread of who drives it.

#ifndef COROLINT_RT_RUNTIME_HPP
#define COROLINT_RT_RUNTIME_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/parking.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/error.hpp"
#include "corolint/rt/task.hpp"
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace corolint::rt {

namespace detail {

/// The job of block_on.
class root_job final : public job {
public:
  explicit root_job(scheduler &home) noexcept : job(home) {}
  std::coroutine_handle<> end(bool stopped) noexcept override;
  /// Blocks the thread until the job has ended.
  void wait() noexcept { end_.park(); }
  /// For the thread that runs it.
  bool is_done() const noexcept { return done_; }
  bool was_stopped() const noexcept { return stopped_; }

private:
  parking end_;
  bool done_ = false;
  bool stopped_ = false;
};

/// Throws nested_block_on if this is a thread that runs tasks.
void not_inside_of_a_task();
/// Runs \p root on threads of its scheduler and blocks until it has ended.
/// Throws nested_block_on if this is a thread that runs tasks.
void run_to_end(root_job &root);
/// The same with the calling thread as the worker.
void drive_to_end(root_job &root);

template <class T, class Run>
T run_root(scheduler &home, task<T> &&work, Run run) {
  frame<T> child = release(std::move(work));
  if (!child)
    throw_consumed();
  root_job root(home);
  begin_job(root, child);
  run(root);
  if (root.was_stopped())
    throw task_stopped();
  return child->result.take();
}

} // namespace detail

/// A pool of workers that run tasks, with timers, descriptors and a pool of
/// threads for what blocks.
///
/// Several runtimes may exist side by side. The destructor stops every task,
/// waits until all have ended and joins the threads; it is not for a task to
/// call. Thread-safe.
class runtime {
public:
  class builder;

  /// One worker for each processor.
  runtime();
  runtime(const runtime &) = delete;
  runtime &operator=(const runtime &) = delete;
  COROLINT_BLOCKING("waits until every task has ended") ~runtime();

  /// Runs \p work on the workers and blocks the calling thread until it is
  /// done. Returns its value or throws what it threw; task_stopped if it was
  /// stopped. Throws nested_block_on inside of a task.
  template <class T> COROLINT_JOINS T block_on(COROLINT_CONSUMES task<T> work) {
    return detail::run_root(*scheduler_, std::move(work), detail::run_to_end);
  }

  std::size_t workers() const noexcept { return scheduler_->worker_count(); }

  /// For the parts of this library.
  detail::scheduler &scheduler() noexcept { return *scheduler_; }

private:
  explicit runtime(const detail::scheduler_options &options);

  std::unique_ptr<detail::scheduler> scheduler_;
};

/// Options of a runtime. `runtime rt = runtime::builder{}.workers(4).build();`
class runtime::builder {
public:
  /// Threads that run tasks; 0: one for each processor.
  builder &workers(unsigned count) noexcept {
    options_.workers = count;
    return *this;
  }
  /// The most threads for spawn_blocking. 512 unless told.
  builder &blocking_limit(unsigned count) noexcept {
    options_.blocking_limit = count;
    return *this;
  }
  /// What is looked out for while tasks run. Off unless told.
  builder &checked(checked_level level) noexcept {
    options_.checked = level;
    return *this;
  }
  /// How long a task may keep a worker before a checked runtime reports it: 100
  /// ms unless told, 4 ms at least.
  builder &stall_limit(std::chrono::milliseconds limit) noexcept {
    options_.stall_limit = std::max(limit, std::chrono::milliseconds(4));
    return *this;
  }
  /// Answers corolint-console on a Unix socket at \p path, in which "%p" stands
  /// for the number of the process, until the last runtime ends. The first
  /// runtime of the program that asks decides. Unless told: the environment
  /// variable COROLINT_CONSOLE.
  builder &console(std::string path) {
    options_.console = std::move(path);
    return *this;
  }
  /// Writes what dump() gives to the standard error when the program gets
  /// \p signal. Unless told: the environment variable COROLINT_DUMP.
  builder &dump_signal(int signal) noexcept {
    options_.dump_signal = signal;
    return *this;
  }
  /// Throws std::system_error if there are no threads or descriptors left.
  runtime build() const;

private:
  detail::scheduler_options options_{.workers = 0};
};

/// A runtime without threads of its own: tasks run when its owner lets them,
/// for event loops of user interfaces, for tests, for programs of one thread.
///
/// To be used and destroyed on one thread, which may change while nothing runs.
class COROLINT_SHARED_UNSYNC current_thread {
public:
  current_thread();
  current_thread(const current_thread &) = delete;
  current_thread &operator=(const current_thread &) = delete;
  COROLINT_BLOCKING("waits until every task has ended") ~current_thread();

  /// Runs \p work and everything that it spawns on the calling thread until
  /// \p work is done. As runtime::block_on.
  template <class T> COROLINT_JOINS T block_on(COROLINT_CONSUMES task<T> work) {
    return detail::run_root(*scheduler_, std::move(work), detail::drive_to_end);
  }

  /// Runs what is ready now, without waiting. Returns how many times a task
  /// ran.
  COROLINT_NONBLOCKING std::size_t run_once();

  /// Stops the clock of this runtime: from now on time passes at once when
  /// every task waits, up to the next timer, or by advance(). For tests.
  void pause_clock() noexcept { scheduler_->pause_clock(); }
  /// Lets \p by pass on the paused clock, and wakes whose time has come.
  void advance(std::chrono::milliseconds by) noexcept {
    scheduler_->advance_clock(by);
  }

  /// For the parts of this library.
  detail::scheduler &scheduler() noexcept { return *scheduler_; }

private:
  std::unique_ptr<detail::scheduler> scheduler_;
};

/// Runs \p work on a runtime that exists for this call, with one worker for
/// each processor.
template <class T> COROLINT_JOINS T block_on(COROLINT_CONSUMES task<T> work) {
  detail::not_inside_of_a_task();
  runtime whole;
  return whole.block_on(std::move(work));
}

} // namespace corolint::rt

#endif
