#include "corolint/rt/resolve.hpp"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/io_error.hpp"
#include "socket.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>

namespace corolint::rt {

static result<std::vector<ip_endpoint>, std::error_code>
ask(const std::string &host, const std::string &service) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM; // or each address comes three times
  addrinfo *found = nullptr;
  const int error = ::getaddrinfo(host.empty() ? nullptr : host.c_str(),
                                  service.c_str(), &wanted, &found);
  if (error == EAI_SYSTEM)
    return detail::last_failure();
  if (error != 0)
    return failure(std::error_code(error, resolve_category()));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(
      found, ::freeaddrinfo);
  std::vector<ip_endpoint> endpoints;
  for (const addrinfo *each = found; each; each = each->ai_next) {
    if (each->ai_family != AF_INET && each->ai_family != AF_INET6)
      continue;
    detail::native_address address;
    std::memcpy(&address.storage, each->ai_addr, each->ai_addrlen);
    address.size = each->ai_addrlen;
    const ip_endpoint endpoint = detail::from_native(address);
    if (std::find(endpoints.begin(), endpoints.end(), endpoint) ==
        endpoints.end())
      endpoints.push_back(endpoint);
  }
  if (endpoints.empty())
    return failure(std::error_code(EAI_NONAME, resolve_category()));
  return endpoints;
}

task<result<std::vector<ip_endpoint>, std::error_code>>
resolve(std::string host, std::string service) {
  co_return co_await spawn_blocking(ask, std::move(host), std::move(service));
}

} // namespace corolint::rt
