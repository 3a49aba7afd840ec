// A chat server: what one says, the others hear. Ends at Ctrl-C.
//
//     chat [port]
//
// One task hears each guest, another one tells it what the others say: over a
// broadcast channel. Who reads too slowly misses lines, and holds up nobody.

#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/tcp.hpp"
#include <csignal>
#include <cstdio>
#include <string>

namespace rt = corolint::rt;

using line = std::pair<int, std::string>; // who says what

static rt::task<> hear(rt::read_half &guest, rt::broadcast_sender<line> room,
                       int who) {
  rt::buffered_reader lines(guest);
  for (;;) {
    auto said = co_await lines.read_until("\n", 1000);
    if (!said || said->empty())
      co_return; // gone, or talks without end
    room.send({who, std::to_string(who) + ": " + *std::move(said)});
  }
}

static rt::task<> tell(rt::write_half &guest, rt::broadcast_receiver<line> room,
                       int who) {
  while (const auto heard = co_await room.receive()) {
    if (*heard && (*heard)->first == who)
      continue;
    const std::string text = *heard ? (*heard)->second : "(too fast)\n";
    if (!co_await rt::write_all(guest, rt::bytes_of(text)))
      co_return;
  }
}

static rt::task<> serve(rt::tcp_stream stream, rt::broadcast_sender<line> room,
                        int who) {
  auto [reader, writer] = std::move(stream).split();
  co_await rt::select(hear(reader, room, who),
                      tell(writer, room.subscribe(), who));
}

static rt::task<> welcome(rt::tcp_listener &listener) {
  auto [room, nobody] = rt::broadcast<line>(64);
  const auto &door = room; // lambdas of C++20 do not take what is unpacked
  co_await rt::with_scope([&](rt::scope &guests) -> rt::task<> {
    for (int who = 1; auto stream = co_await listener.accept(); ++who)
      guests.spawn(serve(*std::move(stream), door, who));
  });
}

static rt::task<int> run(std::uint16_t port) {
  auto listener = rt::tcp_listener::bind(rt::ip_endpoint::loopback(port));
  if (!listener)
    co_return 1;                                        // taken
  auto signal = rt::wait_for_signal({SIGINT, SIGTERM}); // caught from now on
  std::printf("%u\n", unsigned{listener->local_address().value().port()});
  std::fflush(stdout);
  co_await rt::select(welcome(*listener), std::move(signal));
  co_return 0;
}

int main(int count, char **arguments) {
  const auto port = count > 1 ? std::stoul(arguments[1]) : 0;
  return rt::block_on(run(static_cast<std::uint16_t>(port)));
}
