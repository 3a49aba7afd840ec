// Calls that block, on threads that may.

#ifndef COROLINT_RT_BLOCKING_HPP
#define COROLINT_RT_BLOCKING_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/blocking_work.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/detail/stop_token.hpp"
#include "corolint/rt/task.hpp"
#include <atomic>
#include <coroutine>
#include <exception>
#include <functional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace corolint::rt {

namespace detail {

/// Shared by the awaiter and the thread that runs the call; the last of the two
/// deletes it.
class blocking_call_base : public blocking_work {
public:
  blocking_call_base() = default;
  virtual ~blocking_call_base() = default;

  /// By the awaiter, once, before its job is armed.
  void set_waiter(stop_waiter &waiter, job &waiting) noexcept {
    waiter_ = &waiter;
    waiting_ = &waiting;
  }
  /// The job is armed; it may be gone when this returns.
  void set_armed() noexcept {
    state_.store(state::pending, std::memory_order_release);
  }

  void run() noexcept final;
  void refuse(std::exception_ptr reason) noexcept final;

  /// The awaiter is being stopped: nobody looks at it after this.
  void abandon(scheduler &home) noexcept;

  /// One of the two owners is through with it.
  void release() noexcept {
    if (owners_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }

private:
  virtual void call() noexcept = 0;
  virtual void fail(std::exception_ptr reason) noexcept = 0;
  /// The outcome is there.
  void finish() noexcept;

  enum class state : int {
    arming, ///< the awaiter still looks at its job
    pending,
    done,      ///< somebody wakes the awaiter
    let_go,    ///< nobody could, and nobody looks at it any more
    abandoned, ///< there is no awaiter
  };

  std::atomic<state> state_{state::arming};
  std::atomic<int> owners_{2};
  stop_waiter *waiter_ = nullptr;
  job *waiting_ = nullptr;
};

template <class R, class F, class... Args>
class blocking_call final : public blocking_call_base {
public:
  template <class G, class... Given>
  explicit blocking_call(G &&f, Given &&...args)
      : f_(std::forward<G>(f)), args_(std::forward<Given>(args)...) {}

  outcome<R> result;
  [[no_unique_address]] std::conditional_t<wants_stop_token<F, Args...>,
                                           stop_source, no_stop> stop;

private:
  R invoke() {
    if constexpr (wants_stop_token<F, Args...>)
      return std::apply(
          std::move(f_),
          std::tuple_cat(std::tuple(stop.get_token()), std::move(args_)));
    else
      return std::apply(std::move(f_), std::move(args_));
  }

  void call() noexcept override {
    try {
      if constexpr (std::is_void_v<R>) {
        invoke();
        result.set_value();
      } else {
        result.set_value(invoke());
      }
    } catch (...) {
      result.set_failure(std::current_exception());
    }
  }

  void fail(std::exception_ptr reason) noexcept override {
    result.set_failure(std::move(reason));
  }

  F f_;
  std::tuple<Args...> args_;
};

template <class R, class F, class... Args>
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND blocking_operation
    : stop_waiter {
  using call_type = blocking_call<R, F, Args...>;

public:
  explicit blocking_operation(call_type *call) noexcept : call_(call) {
    on_stop = [](stop_waiter &self) noexcept {
      auto &waiter = static_cast<blocking_operation &>(self);
      waiter.call_->stop.request_stop();
      waiter.call_->abandon(*waiter.home_);
      return true;
    };
  }
  blocking_operation(blocking_operation &&) = delete;
  ~blocking_operation() {
    if (!home_)
      delete call_; // never begun
    else
      call_->release();
  }

  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    call_->set_waiter(*this, self);
    call_type &call = *call_;
    scheduler &home = self.home();
    home_ = &home;
    if (!self.arm(*this)) {
      home_ = nullptr;
      return self.unwind();
    }
    // From here on the job may be stopped, and this gone; the call has an owner
    // of its own.
    call.set_armed();
    submit_blocking(home, call);
    return std::noop_coroutine();
  }
  R await_resume() { return call_->result.take(); }

private:
  call_type *call_;
  scheduler *home_ = nullptr; ///< null: not submitted
};

} // namespace detail

/// Calls \p f with \p args, both copied or moved as std::thread does it, on a
/// thread that may block. `co_await` gives its value, or throws what it threw;
/// std::system_error if there is no thread for it.
///
/// To be stopped while the call waits for a thread cancels it. A call that has
/// begun runs to its end; its result is lost. If \p f takes a std::stop_token
/// first, as the function of a std::jthread does, then that tells it so; what
/// is registered with the token runs on the thread of who stops.
template <class F, class... Args>
COROLINT_CANCEL_LOSES("the result of a call that has begun")
COROLINT_CHECKPOINT auto spawn_blocking(COROLINT_OFFLOADS
                                        COROLINT_NO_CONTEXT F &&f,
                                        Args &&...args) {
  using result_type =
      typename decltype(detail::returned_by<std::decay_t<F>,
                                            std::decay_t<Args>...>())::type;
  using call_type = detail::blocking_call<result_type, std::decay_t<F>,
                                          std::decay_t<Args>...>;
  return detail::blocking_operation<result_type, std::decay_t<F>,
                                    std::decay_t<Args>...>(
      new call_type(std::forward<F>(f), std::forward<Args>(args)...));
}

} // namespace corolint::rt

#endif
