// Repository: alibaba/yalantinglibs
// Fixed in: ae01c188a12fc70c9947616d19a0eec561efdb81
// The time to sleep was taken by reference. Who starts the Lazy, as a test of
// the pool of clients does, has given it a temporary.

#include "async_simple.h"

using async_simple::coro::Lazy;

struct executor {
  void stop();
};
struct current_executor {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) const;
  executor *await_resume() const noexcept;
};
Lazy<void> wait_on(executor *e, std::chrono::nanoseconds time);

namespace io {
template <class Duration> Lazy<void> sleep_for(const Duration &d) {
  if (executor *e = co_await current_executor{})
    co_await wait_on(e, d);
  else
    co_await coro_io::sleep_for(
        std::chrono::duration_cast<std::chrono::milliseconds>(d));
}
} // namespace io

struct rpc_server {
  void stop();
};

void test_reconnect_retry(rpc_server &server) {
  using namespace std::chrono_literals;
  io::sleep_for(700ms) // BUG: coro-dangling-parameter
      .start([&server](auto &&) { server.stop(); });
}
