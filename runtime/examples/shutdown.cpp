// A server that ends in good order. At SIGTERM or Ctrl-C it takes no more
// connections, lets each one finish what it was asked, and exits with 0.
//
//     shutdown [port]
//
// It answers each line after a while, in capitals. The second Ctrl-C ends it at
// once: signals are caught until the first one only.

#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/tcp.hpp"
#include "corolint/rt/time.hpp"
#include <cctype>
#include <csignal>
#include <cstdio>
#include <string>
#include <utility>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

using lines = rt::buffered_reader<rt::tcp_stream &>;

static rt::task<> until(rt::event &happens) { co_await happens.wait(); }

/// The next line; empty if there is none, or if it is time to go.
static rt::task<std::string> next_line(lines &from, rt::event &closing) {
  auto first = co_await rt::select(from.read_until("\n", 1000), until(closing));
  auto *line = std::get_if<0>(&first);
  co_return line && *line ? **std::move(line) : "";
}

static rt::task<> serve(rt::tcp_stream stream, rt::event &closing) {
  rt::buffered_reader from(stream);
  for (;;) {
    std::string line = co_await next_line(from, closing);
    if (line.empty())
      co_return;
    co_await rt::sleep_for(300ms); // work
    for (char &letter : line)
      letter = static_cast<char>(std::toupper(letter));
    if (!co_await rt::write_all(stream, rt::bytes_of(line)))
      co_return;
  }
}

static rt::task<> take_all(rt::tcp_listener &listener, rt::scope &connections,
                           rt::event &closing) {
  while (auto stream = co_await listener.accept())
    connections.spawn(serve(*std::move(stream), closing));
}

static rt::task<int> run(std::uint16_t port) {
  auto listener = rt::tcp_listener::bind(rt::ip_endpoint::loopback(port));
  if (!listener)
    co_return 1;                                        // taken
  auto signal = rt::wait_for_signal({SIGINT, SIGTERM}); // caught from now on
  std::printf("%u\n", unsigned{listener->local_address().value().port()});
  rt::event closing;
  co_await rt::with_scope([&](rt::scope &connections) -> rt::task<> {
    co_await rt::select(take_all(*listener, connections, closing),
                        std::move(signal));
    listener->close();
    std::printf("closing, %zu connected\n", connections.running());
    closing.set();
  });
  std::puts("closed"); // the scope has waited for them
  co_return 0;
}

int main(int count, char **arguments) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // each line at once
  const auto port = count > 1 ? std::stoul(arguments[1]) : 0;
  return rt::block_on(run(static_cast<std::uint16_t>(port)));
}
