// nonblocking, of sockets and signals: as Nonblocking.cpp.

#include "Io.h"
#include "Wake.h"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/udp.hpp"
#include <csignal>
#include <fcntl.h>

FACT(nonblocking, "io_handle::adopt") {
  on_one_thread([]() -> rt::task<> {
    int pair[2];
    EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
    auto adopted = rt::io_handle::adopt(pair[0]);
    EXPECT_TRUE(adopted);
    close(pair[1]);
    co_return;
  });
}

FACT(nonblocking, "io_handle::close") {
  on_one_thread([]() -> rt::task<> {
    auto [reads, peer] = stream_pair();
    byte_array part;
    co_await is_only_woken(
        [&, &reads = reads] { return reads.read_some(part); },
        [&reads = reads] { reads.close(); });
  });
}

FACT(nonblocking, "io_handle::share") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    EXPECT_EQ(stream.share().native_handle(), stream.native_handle());
    co_return;
  });
}

FACT(nonblocking, "read_half::close") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    auto [reads, writes] = std::move(stream).split();
    byte_array part;
    co_await is_only_woken(
        [&, &reads = reads] { return reads.read_some(part); },
        [&reads = reads] { reads.close(); });
  });
}

FACT(nonblocking, "signal_listener::catching") {
  on_one_thread([]() -> rt::task<> {
    EXPECT_TRUE(rt::signal_listener::catching({SIGUSR1}));
    co_return;
  });
}

FACT(nonblocking, "stream_socket::shutdown_write") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    // What is on its way and not taken does not hold it up.
    fill(stream);
    EXPECT_TRUE(stream.shutdown_write());
    co_return;
  });
}

FACT(nonblocking, "tcp_listener::bind") {
  on_one_thread([]() -> rt::task<> {
    EXPECT_TRUE(rt::tcp_listener::bind(rt::ip_endpoint::loopback(0)));
    co_return;
  });
}

FACT(nonblocking, "tcp_listener::close") {
  on_one_thread([]() -> rt::task<> {
    rt::tcp_listener waiting = listener();
    co_await is_only_woken([&] { return waiting.accept(); },
                           [&] { waiting.close(); });
  });
}

FACT(nonblocking, "tcp_listener::local_address") {
  on_one_thread([]() -> rt::task<> {
    EXPECT_TRUE(listener().local_address());
    co_return;
  });
}

namespace {

/// Calls \p call with a connection that nobody accepts.
template <class Call> void with_connection(Call call) {
  on_one_thread([&]() -> rt::task<> {
    const rt::tcp_listener waiting = listener();
    auto stream =
        co_await rt::tcp_stream::connect(waiting.local_address().value());
    call(stream.value());
  });
}

} // namespace

FACT(nonblocking, "tcp_stream::local_address") {
  with_connection(
      [](rt::tcp_stream &stream) { EXPECT_TRUE(stream.local_address()); });
}

FACT(nonblocking, "tcp_stream::peer_address") {
  with_connection(
      [](rt::tcp_stream &stream) { EXPECT_TRUE(stream.peer_address()); });
}

FACT(nonblocking, "tcp_stream::set_no_delay") {
  with_connection(
      [](rt::tcp_stream &stream) { EXPECT_TRUE(stream.set_no_delay(true)); });
}

FACT(nonblocking, "udp_socket::bind") {
  on_one_thread([]() -> rt::task<> {
    EXPECT_TRUE(rt::udp_socket::bind(rt::ip_endpoint::loopback(0)));
    co_return;
  });
}

FACT(nonblocking, "udp_socket::close") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    byte_array part;
    co_await is_only_woken([&] { return socket->receive_from(part); },
                           [&] { socket->close(); });
  });
}

FACT(nonblocking, "udp_socket::local_address") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    EXPECT_TRUE(socket->local_address());
    co_return;
  });
}

FACT(nonblocking, "unix_listener::bind") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    EXPECT_TRUE(rt::unix_listener::bind((*path).string()));
    co_return;
  });
}

FACT(nonblocking, "unix_listener::close") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto waiting = rt::unix_listener::bind((*path).string());
    co_await is_only_woken([&] { return waiting->accept(); },
                           [&] { waiting->close(); });
  });
}

FACT(nonblocking, "unix_stream::pair") {
  on_one_thread([]() -> rt::task<> {
    EXPECT_TRUE(rt::unix_stream::pair());
    co_return;
  });
}

FACT(nonblocking, "write_half::close") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    fill(stream);
    auto [reads, writes] = std::move(stream).split();
    co_await is_only_woken(
        [&writes = writes] { return writes.write_some(rt::bytes_of("x")); },
        [&writes = writes] { writes.close(); });
  });
}

FACT(nonblocking, "write_half::shutdown") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    fill(stream);
    auto [reads, writes] = std::move(stream).split();
    EXPECT_TRUE(writes.shutdown());
    co_return;
  });
}
