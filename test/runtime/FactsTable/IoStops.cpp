// cancel_safe and cancel_loses, of sockets, files and signals: as Stops.cpp.

#include "Io.h"
#include "Stop.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/fs.hpp"
#include "corolint/rt/resolve.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/udp.hpp"
#include <csignal>
#include <vector>

namespace {

/// Expects that nothing of what comes later is lost to a task that was stopped
/// while it read \p from.
template <class Source, class Peer>
rt::task<> read_is_safe(Source &from, Peer &peer) {
  byte_array part;
  co_await is_stopped_at([&] { return from.read_some(part); });
  EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("later")));
  EXPECT_EQ(co_await text_from(from), "later");
}

/// Expects that nothing was written by a task that was stopped while it waited
/// for room.
template <class Sink>
rt::task<> write_is_safe(Sink &to, std::size_t filled, rt::io_handle &peer) {
  co_await is_stopped_at([&] { return to.write_some(rt::bytes_of("lost")); });
  EXPECT_EQ(drain(peer), filled);
  EXPECT_TRUE(co_await to.write_some(rt::bytes_of("later")));
  EXPECT_EQ(co_await text_from(peer), "later");
}

/// Runs what \p body returns while the one thread for what blocks is taken:
/// calls wait for it.
template <class Body> void while_threads_are_taken(Body body) {
  rt::runtime pool =
      rt::runtime::builder{}.workers(1).blocking_limit(1).build();
  auto whole = [&]() -> rt::task<> {
    std::atomic<bool> taken{false}, released{false};
    auto take = [&] {
      taken = true;
      hold_thread_until([&] { return released.load(); });
    };
    auto takes = [&]() -> rt::task<> { co_await rt::spawn_blocking(take); };
    auto taker = rt::spawn_local(takes());
    co_await until([&] { return taken.load(); });
    co_await body();
    released = true;
    co_await std::move(taker);
  };
  pool.block_on(whole());
}

rt::task<rt::file> open_file(std::filesystem::path path) {
  auto opened =
      co_await rt::file::open(std::move(path), rt::file::mode::read_write);
  co_return std::move(opened).value();
}

/// Stops a task at \p operation of a file that has text, which waits for a
/// thread; \p then looks at what is left.
template <class Operation, class Then>
void stop_at_operation(Operation operation, Then then) {
  const temporary_path path;
  rt::file opened;
  on_one_thread([&]() -> rt::task<> {
    opened = co_await open_file(*path);
    EXPECT_TRUE(co_await opened.write_at(0, "text"));
  });
  while_threads_are_taken([&]() -> rt::task<> {
    co_await is_stopped_at([&] { return operation(opened); });
  });
  on_one_thread([&]() -> rt::task<> { co_await then(opened); });
}

} // namespace

FACT(cancel_safe, "buffered_reader::read_some") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    rt::buffered_reader reader(std::move(stream));
    co_await read_is_safe(reader, peer);
  });
}

FACT(cancel_safe, "buffered_reader::read_until") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    rt::buffered_reader reader(std::move(stream));
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("a li")));
    co_await is_stopped_at([&] { return reader.read_until("\n", 100); });
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("ne\n")));
    const auto line = co_await reader.read_until("\n", 100);
    EXPECT_EQ(line.value(), "a line\n");
  });
}

FACT(cancel_safe, "file::open") {
  const temporary_path path;
  while_threads_are_taken([&]() -> rt::task<> {
    co_await is_stopped_at([&] { return open_file(*path); });
  });
  on_one_thread([&]() -> rt::task<> {
    const rt::file opened = co_await open_file(*path);
    EXPECT_TRUE(opened.is_open());
  });
}

FACT(cancel_safe, "file::read_at") {
  stop_at_operation([](rt::file &from) { return from.read_at(0, 4); },
                    [](rt::file &from) -> rt::task<> {
                      const auto text = co_await from.read_at(0, 4);
                      EXPECT_EQ(text.value(), "text");
                    });
}

FACT(cancel_safe, "file::size") {
  stop_at_operation([](rt::file &of) { return of.size(); },
                    [](rt::file &of) -> rt::task<> {
                      const auto size = co_await of.size();
                      EXPECT_EQ(size.value(), 4u);
                    });
}

FACT(cancel_safe, "io_handle::read_some") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    co_await read_is_safe(stream, peer);
  });
}

FACT(cancel_safe, "io_handle::write_some") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    const std::size_t filled = fill(stream);
    co_await write_is_safe(stream, filled, peer);
  });
}

FACT(cancel_safe, "read_file") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    EXPECT_TRUE(co_await rt::write_file(*path, "text"));
  });
  while_threads_are_taken([&]() -> rt::task<> {
    co_await is_stopped_at([&] { return rt::read_file(*path); });
  });
  on_one_thread([&]() -> rt::task<> {
    const auto text = co_await rt::read_file(*path);
    EXPECT_EQ(text.value(), "text");
  });
}

FACT(cancel_safe, "read_half::read_some") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    auto [reads, writes] = std::move(stream).split();
    co_await read_is_safe(reads, peer);
  });
}

FACT(cancel_safe, "read_until") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    rt::buffered_reader reader(std::move(stream));
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("a li")));
    co_await is_stopped_at([&] { return rt::read_until(reader, "\n", 100); });
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("ne\n")));
    const auto line = co_await rt::read_until(reader, "\n", 100);
    EXPECT_EQ(line.value(), "a line\n");
  });
}

FACT(cancel_safe, "resolve") {
  while_threads_are_taken([]() -> rt::task<> {
    co_await is_stopped_at([] { return rt::resolve("127.0.0.1", "80"); });
  });
  on_one_thread([]() -> rt::task<> {
    const auto found = co_await rt::resolve("127.0.0.1", "80");
    EXPECT_TRUE(found);
  });
}

FACT(cancel_safe, "signal_listener::next") {
  on_one_thread([]() -> rt::task<> {
    auto listener = rt::signal_listener::catching({SIGUSR1});
    co_await is_stopped_at([&] { return listener->next(); });
    std::raise(SIGUSR1);
    const auto signal = co_await listener->next();
    EXPECT_EQ(signal.value(), SIGUSR1);
  });
}

FACT(cancel_safe, "tcp_listener::accept") {
  on_one_thread([]() -> rt::task<> {
    rt::tcp_listener waiting = listener();
    co_await is_stopped_at([&] { return waiting.accept(); });
    const auto client =
        co_await rt::tcp_stream::connect(waiting.local_address().value());
    EXPECT_TRUE(client);
    const auto server = co_await waiting.accept();
    EXPECT_TRUE(server);
  });
}

FACT(cancel_safe, "tcp_stream::connect") {
  on_one_thread([]() -> rt::task<> {
    rt::tcp_listener full = listener(0);
    const rt::ip_endpoint there = full.local_address().value();
    const auto first = co_await rt::tcp_stream::connect(there);
    co_await is_stopped_at([&] { return rt::tcp_stream::connect(there); });
    const auto accepted = co_await full.accept();
    const auto second = co_await rt::tcp_stream::connect(there);
    EXPECT_TRUE(second);
  });
}

namespace {

std::span<const std::byte> one_letter(const char &letter) {
  return std::as_bytes(std::span(&letter, 1));
}

} // namespace

FACT(cancel_safe, "udp_socket::receive_from") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    const rt::ip_endpoint itself = socket->local_address().value();
    byte_array part;
    co_await is_stopped_at([&] { return socket->receive_from(part); });
    const char letter = 'x';
    EXPECT_TRUE(co_await socket->send_to(one_letter(letter), itself));
    const auto received = co_await socket->receive_from(part);
    EXPECT_EQ(received->size, 1u);
  });
}

FACT(cancel_safe, "udp_socket::send_to") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    const rt::ip_endpoint itself = socket->local_address().value();
    const char lost = 'l', later = 'x';
    auto stops_itself = [&](rt::scope &whole) -> rt::task<> {
      whole.stop();
      EXPECT_TRUE(co_await socket->send_to(one_letter(lost), itself));
      ADD_FAILURE() << "it went on";
    };
    auto sends = [&]() -> rt::task<> { co_await rt::with_scope(stops_itself); };
    auto stopped = rt::spawn_local(sends());
    co_await until([&] { return stopped.is_done(); });
    std::move(stopped).detach();
    EXPECT_TRUE(co_await socket->send_to(one_letter(later), itself));
    byte_array part;
    const auto received = co_await socket->receive_from(part);
    EXPECT_EQ(received->size, 1u);
    EXPECT_EQ(part[0], std::byte{'x'});
  });
}

FACT(cancel_safe, "unix_listener::accept") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto waiting = rt::unix_listener::bind((*path).string());
    co_await is_stopped_at([&] { return waiting->accept(); });
    const auto client = co_await rt::unix_stream::connect((*path).string());
    EXPECT_TRUE(client);
    const auto server = co_await waiting->accept();
    EXPECT_TRUE(server);
  });
}

FACT(cancel_safe, "unix_stream::connect") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto full = rt::unix_listener::bind((*path).string(), 0);
    const auto first = co_await rt::unix_stream::connect((*path).string());
    co_await is_stopped_at(
        [&] { return rt::unix_stream::connect((*path).string()); });
    const auto accepted = co_await full->accept();
    const auto second = co_await rt::unix_stream::connect((*path).string());
    EXPECT_TRUE(second);
  });
}

FACT(cancel_safe, "wait_for_signal") {
  on_one_thread([]() -> rt::task<> {
    co_await is_stopped_at([] { return rt::wait_for_signal({SIGUSR1}); });
    auto raises = []() -> rt::task<> {
      std::raise(SIGUSR1);
      co_return;
    };
    // Caught from the call on.
    auto next = rt::wait_for_signal({SIGUSR1});
    co_await raises();
    const auto signal = co_await std::move(next);
    EXPECT_EQ(signal.value(), SIGUSR1);
  });
}

FACT(cancel_safe, "write_half::write_some") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    const std::size_t filled = fill(stream);
    auto [reads, writes] = std::move(stream).split();
    co_await write_is_safe(writes, filled, peer);
  });
}

FACT(cancel_loses, "copy") {
  on_one_thread([]() -> rt::task<> {
    auto [from, source] = stream_pair();
    auto [to, sink] = stream_pair();
    const std::size_t filled = fill(to);
    EXPECT_TRUE(co_await rt::write_all(source, rt::bytes_of("read")));
    co_await is_stopped_at(
        [&from = from, &to = to] { return rt::copy(from, to); });
    EXPECT_EQ(drain(from), 0u);
    EXPECT_EQ(drain(sink), filled);
  });
}

FACT(cancel_loses, "file::sync") {
  // Whether the bytes are on the disk nobody can see; they are in the file.
  stop_at_operation([](rt::file &of) { return of.sync(); },
                    [](rt::file &of) -> rt::task<> {
                      const auto text = co_await of.read_at(0, 4);
                      EXPECT_EQ(text.value(), "text");
                      EXPECT_TRUE(co_await of.sync());
                    });
}

FACT(cancel_loses, "file::write_at") {
  stop_at_operation([](rt::file &to) { return to.write_at(0, "lost"); },
                    [](rt::file &to) -> rt::task<> {
                      const auto text = co_await to.read_at(0, 4);
                      EXPECT_EQ(text.value(), "text");
                    });
}

FACT(cancel_loses, "read_exact") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("read")));
    byte_array part;
    co_await is_stopped_at(
        [&, &from = stream] { return rt::read_exact(from, part); });
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("later")));
    EXPECT_EQ(co_await text_from(stream), "later");
  });
}

FACT(cancel_loses, "write_all") {
  on_one_thread([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    const std::vector<std::byte> much(std::size_t{64} * 1024 * 1024);
    co_await is_stopped_at(
        [&, &to = stream] { return rt::write_all(to, much); });
    const std::size_t written = drain(peer);
    EXPECT_GT(written, 0u);
    EXPECT_LT(written, much.size());
  });
}

FACT(cancel_loses, "write_file") {
  const temporary_path path;
  while_threads_are_taken([&]() -> rt::task<> {
    co_await is_stopped_at([&] { return rt::write_file(*path, "lost"); });
  });
  EXPECT_FALSE(std::filesystem::exists(*path));
}
