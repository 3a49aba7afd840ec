#include "corolint/rt/stream_socket.hpp"
#include "socket.hpp"

namespace corolint::rt {

static result<void, std::error_code>
shut_down_write(const io_handle &handle) noexcept {
  const detail::io_use use = handle.use();
  if (!use)
    return detail::io_failure(std::errc::bad_file_descriptor);
  if (::shutdown(use->number, SHUT_WR) != 0)
    return detail::last_failure();
  return {};
}

write_half &write_half::operator=(write_half &&other) noexcept {
  if (this != &other) {
    static_cast<void>(shutdown());
    handle_ = std::move(other.handle_);
  }
  return *this;
}

write_half::~write_half() { static_cast<void>(shutdown()); }

result<void, std::error_code> write_half::shutdown() noexcept {
  return shut_down_write(handle_);
}

result<void, std::error_code> stream_socket::shutdown_write() const noexcept {
  return shut_down_write(*this);
}

std::pair<read_half, write_half> stream_socket::split() && noexcept {
  read_half reading(share());
  return {std::move(reading),
          write_half(static_cast<io_handle &&>(std::move(*this)))};
}

} // namespace corolint::rt
