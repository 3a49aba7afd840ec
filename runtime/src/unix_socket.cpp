#include "corolint/rt/unix_socket.hpp"
#include "socket.hpp"
#include <unistd.h>

namespace corolint::rt {

task<result<unix_stream, std::error_code>>
unix_stream::connect(std::string path) {
  COROLINT_TRY(const detail::native_address address, detail::to_native(path));
  COROLINT_TRY(io_handle made, co_await detail::connect_to(address));
  co_return unix_stream(std::move(made));
}

result<std::pair<unix_stream, unix_stream>, std::error_code>
unix_stream::pair() {
  int numbers[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0,
                   numbers) != 0)
    return detail::last_failure();
  result<io_handle, std::error_code> first = [&] {
    try {
      return io_handle::adopt(numbers[0]);
    } catch (...) {
      ::close(numbers[1]);
      throw;
    }
  }();
  result<io_handle, std::error_code> second = io_handle::adopt(numbers[1]);
  if (!first)
    return failure(first.error());
  if (!second)
    return failure(second.error());
  return std::pair(unix_stream(*std::move(first)),
                   unix_stream(*std::move(second)));
}

result<unix_listener, std::error_code>
unix_listener::bind(const std::string &path, int backlog) {
  const auto address = detail::to_native(path);
  if (!address)
    return failure(address.error());
  return detail::listen_at(*address, backlog).transform([](io_handle made) {
    return unix_listener(std::move(made));
  });
}

static task<result<unix_stream, std::error_code>>
accept_unix(detail::io_use listener) {
  COROLINT_TRY(io_handle made,
               co_await detail::accept_one(std::move(listener)));
  co_return unix_stream(std::move(made));
}

task<result<unix_stream, std::error_code>> unix_listener::accept() {
  return accept_unix(handle_.use());
}

} // namespace corolint::rt
