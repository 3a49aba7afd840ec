// RUN: %check_rule %s coro-ignored-error
// A condition that is asked in each round.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> serve(tcp::acceptor &acceptor, bool &stopped) {
  while (!stopped) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
    }
  }
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
    }
    if (!acceptor.is_open())
      co_return;
  }
}

// CHECK-NONE
