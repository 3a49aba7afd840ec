#include "corolint/rt/ip_endpoint.hpp"
#include <arpa/inet.h>
#include <charconv>

namespace corolint::rt {

std::optional<ip_endpoint> ip_endpoint::parse(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos)
    return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  std::string_view address = text.substr(0, colon);
  const bool bracketed =
      address.size() > 2 && address.front() == '[' && address.back() == ']';
  if (bracketed)
    address = address.substr(1, address.size() - 2);
  std::optional<ip_endpoint> parsed = parse(address, port);
  if (parsed && parsed->is_v6() != bracketed)
    return std::nullopt;
  return parsed;
}

std::optional<ip_endpoint> ip_endpoint::parse(std::string_view address,
                                              std::uint16_t port) {
  const std::string text(address);
  ip_endpoint parsed;
  parsed.port_ = port;
  if (::inet_pton(AF_INET, text.c_str(), parsed.address_.data()) == 1)
    return parsed;
  parsed.address_ = {};
  parsed.is_v6_ = true;
  if (::inet_pton(AF_INET6, text.c_str(), parsed.address_.data()) == 1)
    return parsed;
  return std::nullopt;
}

ip_endpoint ip_endpoint::loopback(std::uint16_t port) noexcept {
  return {false, {127, 0, 0, 1}, port};
}
ip_endpoint ip_endpoint::loopback_v6(std::uint16_t port) noexcept {
  return {true, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, port};
}
ip_endpoint ip_endpoint::any(std::uint16_t port) noexcept {
  return {false, {}, port};
}
ip_endpoint ip_endpoint::any_v6(std::uint16_t port) noexcept {
  return {true, {}, port};
}

std::string ip_endpoint::to_string() const {
  char text[INET6_ADDRSTRLEN] = "";
  ::inet_ntop(is_v6_ ? AF_INET6 : AF_INET, address_.data(), text, sizeof(text));
  const std::string port = ':' + std::to_string(port_);
  return is_v6_ ? '[' + std::string(text) + ']' + port : text + port;
}

} // namespace corolint::rt
