// RUN: %check_rule %s coro-ignored-error
// A loop is a loop, whatever its keyword.

#include <boost/asio.hpp>
#include <boost/asio/experimental/as_tuple.hpp>

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tuple = asio::experimental::as_tuple(asio::use_awaitable);

asio::awaitable<void> forever(asio::steady_timer &timer) {
  do {
    try {
      co_await timer.async_wait(asio::use_awaitable);
    } catch (...) {
    // CHECK: :[[@LINE-1]]:7: warning: catch (...) in a loop without end also catches 'boost::system::system_error', by which the coroutine is told to stop; it never does [coro-ignored-error]
    // CHECK: :[[@LINE-3]]:7: note: a cancellation is thrown from here
    // CHECK: :[[@LINE-3]]:7: note: catch 'boost::system::system_error' before and leave the loop, or throw it again
      (void)timer.expiry();
    }
  } while (true);
}

