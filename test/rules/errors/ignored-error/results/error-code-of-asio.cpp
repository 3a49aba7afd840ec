// RUN: %check_rule %s coro-ignored-error
// as_tuple turns the exception into a value; dropped, it is nothing.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> echo(tcp::socket &s, asio::mutable_buffer b) {
  co_await s.async_read_some(b, tuple);
  // CHECK: :[[@LINE-1]]:3: warning: the result of this co_await is dropped, and with it the error that it may hold; the coroutine goes on as if nothing failed [coro-ignored-error]
  // CHECK: :[[@LINE-2]]:3: note: look at the 'std::tuple<boost::system::error_code, unsigned long>', or cast it to void
  co_await s.async_write_some(b, tuple);
  // CHECK: :[[@LINE-1]]:3: warning: the result of this co_await is dropped, and with it the error that it may hold; the coroutine goes on as if nothing failed [coro-ignored-error]
  // CHECK: :[[@LINE-2]]:3: note: look at the 'std::tuple<boost::system::error_code, unsigned long>', or cast it to void
}

