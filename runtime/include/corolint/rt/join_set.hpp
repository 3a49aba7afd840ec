// Tasks of one type that are awaited in the order in which they end.

#ifndef COROLINT_RT_JOIN_SET_HPP
#define COROLINT_RT_JOIN_SET_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <coroutine>
#include <cstddef>
#include <deque>
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
  join_set() : ended_(std::make_shared<ended>()) {}

  /// Runs \p work beside the caller.
  void spawn(COROLINT_SPAWNS COROLINT_CONSUMES task<T> work) {
    const std::size_t id = next_id_++;
    running_.emplace(id, rt::spawn(run(ended_, id, std::move(work))));
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
    const std::size_t id = co_await next_ended(*ended_);
    auto at = running_.find(id);
    join_handle<T> handle = std::move(at->second);
    running_.erase(at);
    if constexpr (std::is_void_v<T>) {
      co_await std::move(handle);
      co_return true;
    } else {
      co_return co_await std::move(handle);
    }
  }

private:
  /// The tasks that have ended and were not taken yet.
  struct ended {
    detail::spin_lock lock;
    std::deque<std::size_t> ids;
    detail::waiter_list waiting;
  };

  /// Tells of the end of a task, however it ends.
  struct announcement {
    std::shared_ptr<ended> to;
    std::size_t id;
    ~announcement() {
      detail::list_waiter *woken = nullptr;
      {
        const std::lock_guard held(to->lock);
        to->ids.push_back(id);
        woken = to->waiting.claim_front();
      }
      if (woken)
        detail::schedule(*woken->waiting);
    }
  };

  static task<T> run(std::shared_ptr<ended> to, std::size_t id, task<T> work) {
    const announcement at_end{std::move(to), id};
    co_return co_await std::move(work);
  }

  class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND next_ended
      : detail::list_waiter {
  public:
    explicit next_ended(ended &from) noexcept : from_(from) {
      on_stop = [](detail::stop_waiter &self) noexcept {
        auto &waiter = static_cast<next_ended &>(self);
        const std::lock_guard held(waiter.from_.lock);
        if (waiter.is_linked())
          waiter.from_.waiting.erase(waiter);
        return true;
      };
    }
    next_ended(next_ended &&) = delete;

    bool await_ready() const noexcept { return false; }
    template <detail::within_job Promise>
    std::coroutine_handle<>
    await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
      detail::job &self = *suspended.promise().owner;
      waiting = &self;
      self.resume_point = suspended;
      std::unique_lock held(from_.lock);
      if (!from_.ids.empty())
        return suspended;
      if (!self.arm(*this)) {
        held.unlock();
        return self.unwind();
      }
      from_.waiting.push_back(*this);
      return std::noop_coroutine();
    }
    std::size_t await_resume() {
      const std::lock_guard held(from_.lock);
      const std::size_t id = from_.ids.front();
      from_.ids.pop_front();
      return id;
    }

  private:
    ended &from_;
  };

  std::shared_ptr<ended> ended_;
  std::unordered_map<std::size_t, join_handle<T>> running_;
  std::size_t next_id_ = 0;
};

} // namespace corolint::rt

#endif
