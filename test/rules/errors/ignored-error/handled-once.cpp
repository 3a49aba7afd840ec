// RUN: %check_rule %s coro-ignored-error
// Without a loop the coroutine ends after it.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> once(tcp::acceptor &acceptor) {
  try {
    co_await acceptor.async_accept(asio::use_awaitable);
  } catch (...) {
  }
}
asio::awaitable<void> nothing_awaited(tcp::acceptor &acceptor, void (*work)()) {
  for (;;) {
    try {
      work();
    } catch (...) {
    }
    co_await acceptor.async_accept(asio::use_awaitable);
  }
}

// CHECK-NONE
