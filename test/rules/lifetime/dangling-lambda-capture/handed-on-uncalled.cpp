// RUN: %check_rule %s coro-dangling-lambda-capture
// The callee keeps the closure and calls it.

#include <boost/asio.hpp>
#include <functional>

namespace asio = boost::asio;
asio::awaitable<void> tick();
void use(int id);
void keep(std::function<asio::awaitable<void>()> work);

void start(asio::io_context &io, int id) {
  asio::co_spawn(
      io,
      [id]() -> asio::awaitable<void> {
        co_await tick();
        use(id);
      },
      asio::detached);
  keep([id]() -> asio::awaitable<void> {
    co_await tick();
    use(id);
  });
}

// CHECK-NONE
