// Tasks of one type that are awaited in the order in which they end.

#ifndef COROLINT_RT_JOIN_SET_HPP
#define COROLINT_RT_JOIN_SET_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <coroutine>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace corolint::rt {

/// Spawned tasks whose results are taken one by one, first come, first served.
///
/// Dropped: asks all of its tasks to stop, nobody waits. Not thread-safe: it
/// belongs to one task. For tasks that may refer to their surroundings use
/// with_scope.
template <class T> class COROLINT_SHARED_UNSYNC join_set {
public:
  join_set() : ends_(std::make_shared<ends>()) {}

  /// Runs \p work beside the caller.
  void spawn(COROLINT_SPAWNS COROLINT_CONSUMES task<T> work) {
    // It is spawned as a parameter of another one.
    if (const detail::promise<T> *given = detail::promise_of(work))
      detail::crosses_threads(*given);
    const std::size_t id = next_id_++;
    running_.emplace(id,
                     rt::spawn(run(announcement(ends_, id), std::move(work))));
  }

  std::size_t size() const noexcept { return running_.size(); }
  bool empty() const noexcept { return running_.empty(); }

  /// Asks all tasks to stop. They still come out of next(), as task_stopped
  /// unless they were done.
  COROLINT_NONBLOCKING void abort_all() noexcept {
    for (auto &each : running_)
      each.second.abort();
  }

  /// The value of the task that ends next; throws what it threw, or
  /// task_stopped. Nothing if there are no tasks (false for tasks of void,
  /// which give true).
  task<std::conditional_t<std::is_void_v<T>, bool, std::optional<T>>> next() {
    if (running_.empty())
      co_return {};
    const std::unique_ptr<end> next = co_await next_end(*ends_);
    running_.erase(next->id);
    if (next->is_stopped)
      throw task_stopped();
    if constexpr (std::is_void_v<T>) {
      next->result.take();
      co_return true;
    } else {
      co_return next->result.take();
    }
  }

private:
  /// How a task ended.
  struct end {
    std::size_t id;
    bool is_stopped = true;
    detail::outcome<T> result;
  };

  /// Those that were not taken yet. Their failures are not lost on anybody.
  struct ends {
    ~ends() {
      for (const auto &each : list)
        if (std::exception_ptr failure = each->result.take_failure())
          detail::report_lost_failure(std::move(failure));
    }

    detail::spin_lock lock;
    std::deque<std::unique_ptr<end>> list;
    detail::waiter_list waiting;
  };

  /// Tells of the end of a task, however it ends.
  struct announcement {
    announcement(std::shared_ptr<ends> to, std::size_t id)
        : to(std::move(to)), of(std::make_unique<end>()) {
      of->id = id;
    }
    announcement(announcement &&) = default;
    announcement &operator=(announcement &&) = delete;
    ~announcement() {
      if (!of)
        return;
      detail::list_waiter *woken = nullptr;
      {
        const std::lock_guard held(to->lock);
        to->list.push_back(std::move(of));
        woken = to->waiting.claim_front();
      }
      if (woken)
        detail::schedule(*woken->waiting);
    }

    std::shared_ptr<ends> to;
    std::unique_ptr<end> of;
  };

  /// A parameter goes with the frame, also if the task is stopped before it
  /// begins.
  static task<> run(announcement at_end, task<T> work) {
    end &own = *at_end.of;
    try {
      if constexpr (std::is_void_v<T>) {
        co_await std::move(work);
        own.result.set_value();
      } else {
        own.result.set_value(co_await std::move(work));
      }
    } catch (...) {
      own.result.set_failure(std::current_exception());
    }
    own.is_stopped = false;
  }

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND next_end
      : detail::list_waiter {
  public:
    explicit next_end(ends &from) noexcept : from_(from) {
      on_stop = [](detail::stop_waiter &self) noexcept {
        auto &waiter = static_cast<next_end &>(self);
        const std::lock_guard held(waiter.from_.lock);
        if (waiter.is_linked())
          waiter.from_.waiting.erase(waiter);
        return true;
      };
    }
    next_end(next_end &&) = delete;

    bool await_ready() const noexcept { return false; }
    template <detail::within_job Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
      detail::job &self = *suspended.promise().owner;
      waiting = &self;
      self.resume_point = suspended;
      std::unique_lock held(from_.lock);
      if (!from_.list.empty())
        return suspended;
      if (!self.arm(*this)) {
        held.unlock();
        return self.unwind();
      }
      from_.waiting.push_back(*this);
      return std::noop_coroutine();
    }
    std::unique_ptr<end> await_resume() {
      const std::lock_guard held(from_.lock);
      std::unique_ptr<end> first = std::move(from_.list.front());
      from_.list.pop_front();
      return first;
    }

  private:
    ends &from_;
  };

  std::shared_ptr<ends> ends_;
  std::unordered_map<std::size_t, join_handle<void>> running_;
  std::size_t next_id_ = 0;
};

} // namespace corolint::rt

#endif
