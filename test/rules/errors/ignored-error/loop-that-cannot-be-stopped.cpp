// RUN: %check_rule %s coro-ignored-error
// The error by which the socket is closed is taken for one to go on after.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> forever(tcp::acceptor &acceptor) {
  for (;;) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (...) {
    // CHECK: :[[@LINE-1]]:7: warning: catch (...) in a loop without end also catches 'boost::system::system_error', by which the coroutine is told to stop; it never does [coro-ignored-error]
    // CHECK: :[[@LINE-3]]:7: note: a cancellation is thrown from here
    // CHECK: :[[@LINE-3]]:7: note: catch 'boost::system::system_error' before and leave the loop, or throw it again
    }
  }
}
asio::awaitable<void> also(tcp::acceptor &acceptor, void (*log)(const char *)) {
  while (true) {
    try {
      co_await acceptor.async_accept(asio::use_awaitable);
    } catch (const std::bad_alloc &) {
      co_return;
    } catch (...) {
    // CHECK: :[[@LINE-1]]:7: warning: catch (...) in a loop without end also catches 'boost::system::system_error', by which the coroutine is told to stop; it never does [coro-ignored-error]
    // CHECK: :[[@LINE-5]]:7: note: a cancellation is thrown from here
    // CHECK: :[[@LINE-3]]:7: note: catch 'boost::system::system_error' before and leave the loop, or throw it again
    }
  }
}

