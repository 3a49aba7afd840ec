// As much of Asio as the cases need.
#ifndef RECALL_ASIO_H
#define RECALL_ASIO_H

#include <string>
#include <system_error>

namespace asio {
class io_context {};
namespace ip {
template <class Protocol> class basic_resolver_results {};
template <class Protocol> class basic_resolver {
public:
  using results_type = basic_resolver_results<Protocol>;
  explicit basic_resolver(io_context &context);
  results_type resolve(const std::string &host, const std::string &service);
  template <class Handler>
  void async_resolve(const std::string &host, const std::string &service,
                     Handler handler) {}
};
class tcp {
public:
  using resolver = basic_resolver<tcp>;
  class socket {
  public:
    explicit socket(io_context &context);
  };
};
} // namespace ip
template <class Socket, class Results, class Handler>
void async_connect(Socket &socket, const Results &to, Handler handler) {}
} // namespace asio

#endif
