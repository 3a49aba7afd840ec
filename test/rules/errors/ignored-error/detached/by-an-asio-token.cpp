// RUN: %check_rule %s coro-ignored-error
// asio::detached ignores the std::exception_ptr.

#include <boost/asio.hpp>
#include <stdexcept>

namespace asio = boost::asio;

asio::awaitable<void> serve(asio::ip::tcp::socket socket) {
  char byte;
  co_await socket.async_read_some(asio::buffer(&byte, 1), asio::use_awaitable);
  if (byte != 'a')
    throw std::runtime_error("not the protocol");
}

void start(asio::io_context &context, asio::ip::tcp::socket socket) {
  co_spawn(context, serve(std::move(socket)), asio::detached);
  // CHECK: :[[@LINE-1]]:3: warning: 'serve' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-6]]:5: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:47: note: 'detached' lets the failure go
  // CHECK: :[[@LINE-4]]:3: note: pass a handler that looks at its std::exception_ptr, or catch everything inside of it and tell somebody
  co_spawn(
  // CHECK: :[[@LINE-1]]:3: warning: the lambda may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE+4]]:39: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE+4]]:7: note: 'detached' lets the failure go
  // CHECK: :[[@LINE-4]]:3: note: pass a handler that looks at its std::exception_ptr, or catch everything inside of it and tell somebody
      context,
      []() -> asio::awaitable<void> { throw std::runtime_error("none"); co_return; },
      asio::detached);
}
