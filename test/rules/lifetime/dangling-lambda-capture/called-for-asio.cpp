// RUN: %check_rule %s coro-dangling-lambda-capture
// co_spawn keeps what it is given: here the task, not the closure.

#include <boost/asio.hpp>

namespace asio = boost::asio;
asio::awaitable<void> tick();
void use(int id);

void start(asio::io_context &io, int id) {
  asio::co_spawn(
      io,
      [id]() -> asio::awaitable<void> {
      // CHECK: :[[@LINE-1]]:7: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
      // CHECK: :[[@LINE-4]]:9: note: the task is started by 'co_spawn'
      // CHECK: :[[@LINE+3]]:13: note: 'id' is used here, once the task is awaited
      // CHECK: :[[@LINE-4]]:7: note: pass 'id' as a parameter; parameters are kept in the coroutine
        co_await tick();
        use(id);
      }(),
      asio::detached);
}

