// RUN: %check_rule %s coro-ignored-error
// The handler leaves, throws, or tells the loop.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> leaves(tcp::acceptor &acceptor) {
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
      co_return;
    }
  }
}
asio::awaitable<void> throws(tcp::acceptor &acceptor) {
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
      throw;
    }
  }
}
asio::awaitable<void> notes(tcp::acceptor &acceptor) {
  std::exception_ptr failure;
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure)
      break;
  }
}

// CHECK-NONE
