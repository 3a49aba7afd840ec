// RUN: %check_rule %s coro-dangling-this
// A captured `this` keeps nothing.

#include <boost/asio.hpp>
#include <memory>

namespace asio = boost::asio;
void use(int id);

struct session : std::enable_shared_from_this<session> {
  explicit session(asio::ip::tcp::socket s) : socket(std::move(s)) {}
  void start() {
    asio::co_spawn(
        socket.get_executor(),
        [this]() -> asio::awaitable<void> {
        // CHECK: :[[@LINE-1]]:9: warning: the task uses its 'session' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
        // CHECK: :[[@LINE-4]]:11: note: the task is started by 'co_spawn'
        // CHECK: :[[@LINE+2]]:20: note: the object is used here
        // CHECK: :[[@LINE-4]]:9: note: give the task a strong pointer: capture or pass shared_from_this()
          co_await socket.async_wait(asio::ip::tcp::socket::wait_read,
                                     asio::use_awaitable);
          use(id);
        },
        asio::detached);
    asio::co_spawn(socket.get_executor(), read(), asio::detached);
    // CHECK: :[[@LINE-1]]:43: warning: the task uses its 'session' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE-2]]:11: note: the task is started by 'co_spawn'
    // CHECK: :[[@LINE+4]]:14: note: the object is used here
    // CHECK: :[[@LINE-4]]:43: note: give the task a strong pointer: capture or pass shared_from_this()
  }
  asio::awaitable<void> read() {
    co_await socket.async_wait(asio::ip::tcp::socket::wait_read,
                               asio::use_awaitable);
    use(id);
  }

private:
  asio::ip::tcp::socket socket;
  int id = 0;
};

