// As much of Asio as the cases need.
#ifndef RECALL_ASIO_H
#define RECALL_ASIO_H

#include "lazy_base.h"

#include <future>
#include <string>
#include <system_error>

namespace asio {
class io_context {
public:
  class executor_type {};
  executor_type get_executor() noexcept;
  std::size_t run();
  void restart();
};

RECALL_LAZY_TASK(awaitable);

struct use_awaitable_t {};
inline constexpr use_awaitable_t use_awaitable;
struct use_future_t {};
inline constexpr use_future_t use_future;

template <class Where, class T>
awaitable<T> co_spawn(Where &&where, awaitable<T> work, use_awaitable_t how);
template <class Where, class T>
std::future<T> co_spawn(Where &&where, awaitable<T> work, use_future_t how);
template <class Where, class Work> void post(Where &&where, Work &&work);

/// An operation that \p start begins and that ends when it completes its self.
template <class T> struct composed_self {
  void complete(T value);
};
template <class T, class Start>
awaitable<T> async_compose(Start start, use_awaitable_t how);
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
namespace boost {
namespace asio = ::asio;
}

#endif
