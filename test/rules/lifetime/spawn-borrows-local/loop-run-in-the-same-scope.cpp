// RUN: %check_rule %s coro-spawn-borrows-local
// What runs the loop waits for its tasks.

#include <boost/asio.hpp>

namespace asio = boost::asio;
void use(int id);
int main() {
  int id = 1;
  asio::io_context io;
  asio::co_spawn(
      io,
      [&id]() -> asio::awaitable<void> {
        use(id);
        co_return;
      },
      asio::detached);
  io.run();
}

// CHECK-NONE
