#include "corolint/rt/udp.hpp"
#include "socket.hpp"

namespace corolint::rt {

result<udp_socket, std::error_code> udp_socket::bind(ip_endpoint local) {
  const detail::native_address address = detail::to_native(local);
  detail::fresh_socket socket(address.storage.ss_family, SOCK_DGRAM);
  if (!socket || ::bind(socket.get(), address.get(), address.size) != 0)
    return detail::last_failure();
  return io_handle::adopt(socket.release()).transform([](io_handle made) {
    return udp_socket(std::move(made));
  });
}

task<result<std::size_t, std::error_code>>
udp_socket::send_to(std::span<const std::byte> datagram, ip_endpoint peer) {
  return detail::io_call(
      handle_.use(), &detail::io_source::writing, 0,
      [datagram, address = detail::to_native(peer)](int number) noexcept {
        return ::sendto(number, datagram.data(), datagram.size(), MSG_NOSIGNAL,
                        address.get(), address.size);
      });
}

static task<result<udp_socket::received, std::error_code>>
receive(detail::io_use use, std::span<std::byte> into) {
  detail::native_address from;
  COROLINT_TRY(const std::size_t size,
               co_await detail::io_call(
                   std::move(use), &detail::io_source::reading, 0,
                   [into, &from](int number) noexcept {
                     from.size = sizeof(from.storage);
                     return ::recvfrom(number, into.data(), into.size(), 0,
                                       from.get(), &from.size);
                   }));
  co_return udp_socket::received{size, detail::from_native(from)};
}

task<result<udp_socket::received, std::error_code>>
udp_socket::receive_from(std::span<std::byte> into) {
  return receive(handle_.use(), into);
}

result<ip_endpoint, std::error_code>
udp_socket::local_address() const noexcept {
  return detail::endpoint_of(handle_, ::getsockname);
}

} // namespace corolint::rt
