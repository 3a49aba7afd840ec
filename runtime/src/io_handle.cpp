#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/detail/io_call.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <sys/socket.h>
#include <unistd.h>

namespace corolint::rt {

namespace detail {

bool io_turn::suspends(job &self) noexcept {
  if (self.stop_requested()) [[unlikely]] {
    self.unwind();
    return true;
  }
  worker *const here = this_worker;
  if (!here || here->spend()) [[likely]]
    return false;
  schedule_last(self);
  return true;
}

bool io_wait::suspends(job &self) noexcept {
  waiting = &self;
  const readiness::waits waits = way_.wait(*this);
  // From here on this may be gone, unless it does not wait.
  if (waits == readiness::waits::stopped)
    self.unwind();
  return waits != readiness::waits::no;
}

} // namespace detail

result<io_handle, std::error_code> io_handle::adopt(int descriptor) {
  std::error_code error;
  detail::io_source *source = nullptr;
  try {
    source = detail::this_scheduler().events().add(descriptor, error);
  } catch (...) {
    ::close(descriptor);
    throw;
  }
  if (!source) {
    ::close(descriptor);
    return failure(error);
  }
  return io_handle(source);
}

io_handle io_handle::share() const noexcept {
  if (source_)
    source_->add_handle();
  return io_handle(source_);
}

task<result<std::size_t, std::error_code>>
io_handle::read_some(std::span<std::byte> into) {
  return detail::io_call(use(), &detail::io_source::reading, into.size(),
                         [into](int number) noexcept {
                           return ::recv(number, into.data(), into.size(), 0);
                         });
}

task<result<std::size_t, std::error_code>>
io_handle::write_some(std::span<const std::byte> from) {
  return detail::io_call(use(), &detail::io_source::writing, from.size(),
                         [from](int number) noexcept {
                           return ::send(number, from.data(), from.size(),
                                         MSG_NOSIGNAL);
                         });
}

} // namespace corolint::rt
