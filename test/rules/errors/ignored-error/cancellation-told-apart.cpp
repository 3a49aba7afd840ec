// RUN: %check_rule %s coro-ignored-error
// A handler before it takes the cancellation.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> serve(tcp::acceptor &acceptor) {
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (const boost::system::system_error &error) {
      if (error.code() == asio::error::operation_aborted)
        co_return;
    } catch (...) {
    }
  }
}

// CHECK-NONE
