// RUN: %check_rule %s coro-unbounded-spawn
// What the call returns stands for the task.

#include <boost/asio.hpp>
namespace asio = boost::asio;
asio::awaitable<void> job();
asio::awaitable<void> run(asio::thread_pool &pool) {
  for (int i = 0; i < 8; ++i)
    co_await asio::co_spawn(pool, job(), asio::use_awaitable);
}

// CHECK-NONE
