#include "corolint/rt/tcp.hpp"
#include "socket.hpp"
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace corolint::rt {

task<result<tcp_stream, std::error_code>>
tcp_stream::connect(ip_endpoint peer) {
  COROLINT_TRY(io_handle made,
               co_await detail::connect_to(detail::to_native(peer)));
  co_return tcp_stream(std::move(made));
}

result<void, std::error_code>
tcp_stream::set_no_delay(bool no_delay) const noexcept {
  const detail::io_use held = use();
  if (!held)
    return detail::io_failure(std::errc::bad_file_descriptor);
  if (!detail::set_option(held->number, IPPROTO_TCP, TCP_NODELAY, no_delay))
    return detail::last_failure();
  return {};
}

result<ip_endpoint, std::error_code>
tcp_stream::local_address() const noexcept {
  return detail::endpoint_of(*this, ::getsockname);
}

result<ip_endpoint, std::error_code> tcp_stream::peer_address() const noexcept {
  return detail::endpoint_of(*this, ::getpeername);
}

result<tcp_listener, std::error_code> tcp_listener::bind(ip_endpoint local,
                                                         int backlog) {
  return detail::listen_at(detail::to_native(local), backlog)
      .transform([](io_handle made) { return tcp_listener(std::move(made)); });
}

static task<result<tcp_stream, std::error_code>>
accept_tcp(detail::io_use listener) {
  COROLINT_TRY(io_handle made,
               co_await detail::accept_one(std::move(listener)));
  co_return tcp_stream(std::move(made));
}

task<result<tcp_stream, std::error_code>> tcp_listener::accept() {
  return accept_tcp(handle_.use());
}

result<ip_endpoint, std::error_code>
tcp_listener::local_address() const noexcept {
  return detail::endpoint_of(handle_, ::getsockname);
}

} // namespace corolint::rt
