// RUN: %check_rule %s coro-spawn-borrows-local
// It waits for its work.

#include <boost/asio.hpp>

namespace asio = boost::asio;
void use(int id);
int main() {
  int id = 1;
  asio::thread_pool pool;
  asio::post(pool, [&id] { use(id); });
}

// CHECK-NONE
