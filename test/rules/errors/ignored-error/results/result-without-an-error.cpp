// RUN: %check_rule %s coro-ignored-error
// A number, nothing, an exception.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();
#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

lib::task<> run() {
  co_await count();
  co_await lib::task<void>();
}
asio::awaitable<void> echo(tcp::socket &s, asio::mutable_buffer b) {
  co_await s.async_read_some(b, asio::use_awaitable);
}

// CHECK-NONE
