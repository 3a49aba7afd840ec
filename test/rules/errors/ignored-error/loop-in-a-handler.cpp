// RUN: %check_rule %s coro-ignored-error
// What goes on after the handler is not the loop around it.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> retry(asio::steady_timer &timer) {
  for (int i = 0; i < 3; ++i) {
    try {
      co_await timer.async_wait(asio::use_awaitable);
    } catch (...) {
    }
  }
  for (;;) {
    co_await timer.async_wait(asio::use_awaitable);
    for (int i = 0; i < 3; ++i) {
      try {
        co_await timer.async_wait(asio::use_awaitable);
      } catch (...) {
      }
    }
  }
}

// CHECK-NONE
