// Repository: alibaba/yalantinglibs
// Fixed in: 13179a6f39878c4d8a9d21cf7d8b304c7b370021
// The connection was asynchronous, the look-up of the name before it was not.

#include "asio.h"
#include "async_simple.h"

using async_simple::coro::Lazy;

struct callback_awaitor {
  bool await_ready() const noexcept { return false; }
  template <class Start> callback_awaitor &start(Start s) {
    s([this](std::error_code e) { result = e; });
    return *this;
  }
  void await_suspend(std::coroutine_handle<> handle) {}
  std::error_code await_resume() const noexcept { return result; }
  std::error_code result;
};

Lazy<std::error_code> async_connect(asio::io_context &context,
                                    asio::ip::tcp::socket &socket,
                                    const std::string &host,
                                    const std::string &port) noexcept {
  callback_awaitor awaitor;
  asio::ip::tcp::resolver resolver(context);
  auto endpoints = resolver.resolve(host, port); // BUG: coro-blocking-call
  co_return co_await awaitor.start(
      [&](auto handler) { asio::async_connect(socket, endpoints, handler); });
}
