// RUN: %check_rule %s coro-unbounded-spawn
// The usual server of Asio.

#include <boost/asio.hpp>

namespace asio = boost::asio;
asio::awaitable<void> serve(asio::ip::tcp::socket s);
asio::awaitable<void> listen(asio::ip::tcp::acceptor &acceptor) {
  for (;;) {
    auto socket = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(acceptor.get_executor(), serve(std::move(socket)),
                   asio::detached);
  }
}

// CHECK-NONE
