// folly's Task, how it is started on an executor, futures of what is already
// running, and an event.
#ifndef RECALL_FOLLY_H
#define RECALL_FOLLY_H

#include "lazy_base.h"

namespace folly {

class Executor {
public:
  virtual ~Executor() = default;
};
struct Unit {};

template <class T> class [[nodiscard]] SemiFuture {
public:
  SemiFuture(SemiFuture &&) noexcept;
  ~SemiFuture();
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle);
  T await_resume();
};

namespace coro {

template <class T> class [[nodiscard]] TaskWithExecutor {
public:
  SemiFuture<Unit> startInlineUnsafe() &&;
  void start() &&;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle);
  T await_resume();
};

RECALL_LAZY_TASK(Task,
                 TaskWithExecutor<T> scheduleOn(folly::Executor *executor) &&;
                 SemiFuture<Unit> semi() &&;);

struct current_executor_t {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<> handle) const noexcept;
  folly::Executor *await_resume() const noexcept;
};
inline constexpr current_executor_t co_current_executor;

struct reschedule_t {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}
};
inline constexpr reschedule_t co_reschedule_on_current_executor;

template <class T> T blockingWait(Task<T> &&work);

template <class T>
TaskWithExecutor<T> co_withExecutor(Executor *executor, Task<T> task);

class Baton {
public:
  void post() noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> handle) const;
  void await_resume() const noexcept {}
};

} // namespace coro
} // namespace folly

#endif
