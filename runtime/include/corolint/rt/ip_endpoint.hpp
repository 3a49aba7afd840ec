// Where a socket of the internet is: an address and a port.

#ifndef COROLINT_RT_IP_ENDPOINT_HPP
#define COROLINT_RT_IP_ENDPOINT_HPP

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace corolint::rt {

/// An address of version 4 or 6 and a port. A value.
class ip_endpoint {
public:
  /// 0.0.0.0:0
  ip_endpoint() = default;

  /// "127.0.0.1:80" or "[::1]:80". Nothing if \p text is not like that: names
  /// are for resolve().
  static std::optional<ip_endpoint> parse(std::string_view text);
  /// An address without brackets.
  static std::optional<ip_endpoint> parse(std::string_view address,
                                          std::uint16_t port);

  /// This host alone.
  static ip_endpoint loopback(std::uint16_t port) noexcept;
  static ip_endpoint loopback_v6(std::uint16_t port) noexcept;
  /// All addresses of this host, to listen on.
  static ip_endpoint any(std::uint16_t port) noexcept;
  /// Those of version 4 too, unless the system is set up otherwise.
  static ip_endpoint any_v6(std::uint16_t port) noexcept;

  bool is_v6() const noexcept { return is_v6_; }
  std::uint16_t port() const noexcept { return port_; }
  /// The address in the order of the network: 16 bytes, or the first 4.
  const std::array<std::uint8_t, 16> &address() const noexcept {
    return address_;
  }
  /// The interface of a link-local address of version 6.
  std::uint32_t scope() const noexcept { return scope_; }

  /// As parse() reads it; the scope is left out.
  std::string to_string() const;

  friend auto operator<=>(const ip_endpoint &, const ip_endpoint &) = default;

  /// From its parts.
  ip_endpoint(bool is_v6, const std::array<std::uint8_t, 16> &address,
              std::uint16_t port, std::uint32_t scope = 0) noexcept
      : is_v6_(is_v6), address_(address), port_(port), scope_(scope) {}

private:
  bool is_v6_ = false;
  std::array<std::uint8_t, 16> address_{};
  std::uint16_t port_ = 0;
  std::uint32_t scope_ = 0;
};

} // namespace corolint::rt

#endif
