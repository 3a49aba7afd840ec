// RUN: %check_rule %s coro-dangling-this
// The handler of the end holds the object until then.

#include <boost/asio.hpp>
#include <memory>

namespace asio = boost::asio;
void use(int id);
struct session : std::enable_shared_from_this<session> {
  explicit session(asio::ip::tcp::socket s) : socket(std::move(s)) {}
  void start() {
    asio::co_spawn(socket.get_executor(), read(),
                   [self = shared_from_this()](std::exception_ptr) {});
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

// CHECK-NONE
