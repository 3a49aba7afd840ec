// A system call on a descriptor that does not block: tried at once, and again
// whenever the descriptor has become ready.

#ifndef COROLINT_RT_DETAIL_IO_CALL_HPP
#define COROLINT_RT_DETAIL_IO_CALL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/io_source.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <cerrno>
#include <coroutine>
#include <cstddef>
#include <sys/types.h>
#include <system_error>
#include <utility>

namespace corolint::rt::detail {

inline failure<std::error_code> io_failure(std::errc reason) noexcept {
  return failure(std::make_error_code(reason));
}
inline failure<std::error_code> io_failure(int number) noexcept {
  return failure(std::error_code(number, std::generic_category()));
}

/// Before an operation: ends a stopped job, and lets others run when it is
/// their turn. Nothing has been done yet that could be lost.
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND io_turn final {
public:
  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  bool await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    return suspends(self);
  }
  void await_resume() const noexcept {}

private:
  static bool suspends(job &self) noexcept;
};

/// Until \p way may have become ready.
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND io_wait
    : list_waiter {
public:
  explicit io_wait(readiness &way) noexcept : way_(way) {
    on_stop = [](stop_waiter &self) noexcept {
      auto &waiter = static_cast<io_wait &>(self);
      waiter.way_.cancel(waiter);
      return true;
    };
  }
  io_wait(io_wait &&) = delete;

  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  bool await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    return suspends(self);
  }
  void await_resume() const noexcept {}

private:
  bool suspends(job &self) noexcept;

  readiness &way_;
};

/// What \p attempt, a system call on the number that it is given, returns.
/// \p whole: a count below this says that the kernel has no more; 0 if it says
/// nothing of the kind.
///
/// Fails with bad_file_descriptor if the descriptor was closed before, with
/// operation_canceled if it is closed meanwhile.
template <class Attempt>
task<result<std::size_t, std::error_code>>
io_call(io_use use, readiness io_source::*direction, std::size_t whole,
        Attempt attempt) {
  if (!use)
    co_return io_failure(std::errc::bad_file_descriptor);
  co_await io_turn();
  readiness &way = (*use).*direction;
  for (;;) {
    const readiness::view seen = way.look();
    if (use->is_closed())
      co_return io_failure(std::errc::operation_canceled);
    if (!readiness::is_ready(seen)) {
      co_await io_wait(way);
      continue;
    }
    const ssize_t done = attempt(use->number);
    if (done >= 0) {
      const auto count = static_cast<std::size_t>(done);
      if (count != 0 && count < whole)
        way.drained(seen);
      co_return count;
    }
    const int error = errno;
    if (error == EAGAIN || error == EWOULDBLOCK)
      way.exhausted(seen);
    else if (error != EINTR)
      co_return io_failure(error);
  }
}

} // namespace corolint::rt::detail

#endif
