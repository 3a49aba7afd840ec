// An echo server: sends back what it receives, on each connection by a task of
// its own.
//
//     echo [port] [workers]
//
// Prints the port that it listens at; 0, or none, takes any that is free. Ends
// at Ctrl-C.

#include "corolint/rt/io.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/tcp.hpp"
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <utility>

namespace rt = corolint::rt;

static rt::task<> echo(rt::tcp_stream stream) {
  std::array<std::byte, 4096> buffer;
  for (;;) {
    const auto count = co_await stream.read_some(buffer);
    if (!count || *count == 0)
      co_return; // the peer is through, or gone
    if (!co_await rt::write_all(stream, std::span(buffer).first(*count)))
      co_return;
  }
}

// Ends only by being stopped, which stops the connections too and waits for
// their end: nobody is left behind.
static rt::task<> serve(rt::tcp_listener &listener) {
  co_await rt::with_scope([&](rt::scope &connections) -> rt::task<> {
    while (auto stream = co_await listener.accept())
      connections.spawn(echo(*std::move(stream)));
  });
}

static rt::task<int> run(std::uint16_t port) {
  auto listener = rt::tcp_listener::bind(rt::ip_endpoint::loopback(port));
  if (!listener) {
    std::fprintf(stderr, "echo: %s\n", listener.error().message().c_str());
    co_return 1;
  }
  auto signal = rt::wait_for_signal({SIGINT, SIGTERM}); // caught from now on
  std::printf("%u\n", unsigned{listener->local_address().value().port()});
  std::fflush(stdout);
  co_await rt::select(serve(*listener), std::move(signal));
  co_return 0;
}

int main(int count, char **arguments) {
  const auto number = [&](int at) {
    return count > at ? std::strtoul(arguments[at], nullptr, 10) : 0;
  };
  rt::runtime whole =
      rt::runtime::builder{}.workers(static_cast<unsigned>(number(2))).build();
  return whole.block_on(run(static_cast<std::uint16_t>(number(1))));
}
