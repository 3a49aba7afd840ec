// A server of HTTP/1.1: one task for each connection, which stays open from
// one request to the next.

#ifndef COROLINT_EXAMPLES_HTTP_SERVER_HPP
#define COROLINT_EXAMPLES_HTTP_SERVER_HPP

#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/timeout.hpp"
#include "message.hpp"
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <utility>

namespace http {

using handler = std::function<rt::task<reply>(request)>;

/// Who closes while there is something to read takes the answer back.
inline rt::task<> hang_up(rt::tcp_stream &stream) {
  static_cast<void>(stream.shutdown_write());
  std::array<std::byte, 1024> ignored;
  for (std::size_t count = 1; count != 0;)
    count = (co_await stream.read_some(ignored)).value_or(0);
}

inline rt::task<> serve(rt::tcp_stream stream, const handler &answer) {
  rt::buffered_reader from(stream);
  for (bool keeps = true; keeps;) {
    auto asked = co_await receive(from);
    if (!asked && asked.error().empty())
      co_return;
    keeps = asked && asked->keeps;
    reply given{asked ? "" : asked.error()};
    if (asked)
      given = co_await answer(*std::move(asked));
    const std::string text = given.to_string(keeps);
    if (!co_await rt::write_all(stream, rt::bytes_of(text)))
      co_return;
  }
  static_cast<void>(
      co_await rt::timeout(std::chrono::seconds(5), hang_up(stream)));
}

inline rt::task<> serve_all(rt::tcp_listener &listener, const handler &answer) {
  co_await rt::with_scope([&](rt::scope &connections) -> rt::task<> {
    while (auto stream = co_await listener.accept())
      connections.spawn(serve(*std::move(stream), answer));
  });
}

/// Prints the port that it listens at, which is free if \p port is 0. Ends with
/// 0 at SIGTERM or Ctrl-C.
inline rt::task<int> run(int port, handler answer) {
  auto listener = rt::tcp_listener::bind(
      rt::ip_endpoint::loopback(static_cast<std::uint16_t>(port)));
  if (!listener) {
    std::fprintf(stderr, "%s\n", listener.error().message().c_str());
    co_return 1;
  }
  auto signal = rt::wait_for_signal({SIGINT, SIGTERM}); // caught from now on
  std::printf("%u\n", unsigned{listener->local_address().value().port()});
  std::fflush(stdout);
  co_await rt::select(serve_all(*listener, answer), std::move(signal));
  co_return 0;
}

} // namespace http

#endif
