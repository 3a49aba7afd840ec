// checkpoint, of sockets, files and signals: as Checkpoints.cpp.

#include "Checkpoint.h"
#include "Io.h"
#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/fs.hpp"
#include "corolint/rt/resolve.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/udp.hpp"
#include <csignal>

namespace {

/// Has lines without end, at once.
struct endless_lines {
  static rt::task<rt::result<std::size_t, std::error_code>>
  read_some(std::span<std::byte> into) {
    std::fill(into.begin(), into.end(), std::byte{'\n'});
    co_return into.size();
  }
};

} // namespace

FACT(checkpoint, "buffered_reader::read_some") {
  rt::buffered_reader reader{endless_lines{}};
  expect_checkpoint([&]() -> rt::task<> {
    // One byte of what is kept, which a line has brought in.
    EXPECT_TRUE(co_await reader.read_until("\n", 1));
    std::array<std::byte, 1> byte;
    EXPECT_TRUE(co_await reader.read_some(byte));
  });
}

FACT(checkpoint, "buffered_reader::read_until") {
  rt::buffered_reader reader{endless_lines{}};
  expect_checkpoint([&] { return reader.read_until("\n", 1); });
}

FACT(checkpoint, "copy") {
  on_one_thread([]() -> rt::task<> {
    rt::unix_stream ended = stream_without_peer();
    co_await is_checkpoint([&] { return rt::copy(ended, ended); });
  });
}

FACT(checkpoint, "file::open") {
  const temporary_path path;
  expect_checkpoint(
      [&] { return rt::file::open(*path, rt::file::mode::read_write); });
}

FACT(checkpoint, "file::read_at") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto opened = co_await rt::file::open(*path, rt::file::mode::read_write);
    co_await is_checkpoint([&] { return opened->read_at(0, 1); });
  });
}

FACT(checkpoint, "file::size") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto opened = co_await rt::file::open(*path, rt::file::mode::read_write);
    co_await is_checkpoint([&] { return opened->size(); });
  });
}

FACT(checkpoint, "file::sync") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto opened = co_await rt::file::open(*path, rt::file::mode::read_write);
    co_await is_checkpoint([&] { return opened->sync(); });
  });
}

FACT(checkpoint, "file::write_at") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto opened = co_await rt::file::open(*path, rt::file::mode::read_write);
    co_await is_checkpoint([&] { return opened->write_at(0, "x"); });
  });
}

FACT(checkpoint, "io_handle::read_some") {
  on_one_thread([]() -> rt::task<> {
    rt::unix_stream ended = stream_without_peer();
    byte_array part;
    co_await is_checkpoint([&] { return ended.read_some(part); });
  });
}

FACT(checkpoint, "io_handle::write_some") {
  on_one_thread([]() -> rt::task<> {
    rt::unix_stream broken = stream_without_peer();
    co_await is_checkpoint(
        [&] { return broken.write_some(rt::bytes_of("x")); });
  });
}

FACT(checkpoint, "read_exact") {
  on_one_thread([]() -> rt::task<> {
    rt::unix_stream ended = stream_without_peer();
    byte_array part;
    co_await is_checkpoint([&] { return rt::read_exact(ended, part); });
  });
}

FACT(checkpoint, "read_file") {
  expect_checkpoint([] { return rt::read_file("/dev/null"); });
}

FACT(checkpoint, "read_half::read_some") {
  on_one_thread([]() -> rt::task<> {
    auto [reads, writes] = stream_without_peer().split();
    byte_array part;
    co_await is_checkpoint([&] { return reads.read_some(part); });
  });
}

FACT(checkpoint, "read_until") {
  rt::buffered_reader reader{endless_lines{}};
  expect_checkpoint([&] { return rt::read_until(reader, "\n", 1); });
}

FACT(checkpoint, "resolve") {
  expect_checkpoint([] { return rt::resolve("127.0.0.1", "80"); });
}

FACT(checkpoint, "signal_listener::next") {
  on_one_thread([]() -> rt::task<> {
    auto listener = rt::signal_listener::catching({SIGUSR1});
    co_await is_checkpoint([&] {
      std::raise(SIGUSR1);
      return listener->next();
    });
  });
}

FACT(checkpoint, "tcp_listener::accept") {
  on_one_thread([]() -> rt::task<> {
    rt::tcp_listener waiting = listener();
    co_await is_checkpoint([&] { return waiting.accept(); });
  });
}

FACT(checkpoint, "tcp_stream::connect") {
  on_one_thread([]() -> rt::task<> {
    const rt::ip_endpoint refused = listener().local_address().value();
    co_await is_checkpoint([&] { return rt::tcp_stream::connect(refused); });
  });
}

FACT(checkpoint, "udp_socket::receive_from") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    byte_array part;
    co_await is_checkpoint([&] { return socket->receive_from(part); });
  });
}

FACT(checkpoint, "udp_socket::send_to") {
  on_one_thread([]() -> rt::task<> {
    auto socket = rt::udp_socket::bind(rt::ip_endpoint::loopback(0));
    const rt::ip_endpoint itself = socket->local_address().value();
    co_await is_checkpoint(
        [&] { return socket->send_to(rt::bytes_of("x"), itself); });
  });
}

FACT(checkpoint, "unix_listener::accept") {
  const temporary_path path;
  on_one_thread([&]() -> rt::task<> {
    auto waiting = rt::unix_listener::bind((*path).string());
    co_await is_checkpoint([&] { return waiting->accept(); });
  });
}

FACT(checkpoint, "unix_stream::connect") {
  const temporary_path nobody;
  expect_checkpoint(
      [&] { return rt::unix_stream::connect((*nobody).string()); });
}

FACT(checkpoint, "wait_for_signal") {
  expect_checkpoint([] { return rt::wait_for_signal({SIGUSR1}); });
}

FACT(checkpoint, "write_all") {
  on_one_thread([]() -> rt::task<> {
    rt::unix_stream broken = stream_without_peer();
    co_await is_checkpoint(
        [&] { return rt::write_all(broken, rt::bytes_of("x")); });
  });
}

FACT(checkpoint, "write_file") {
  expect_checkpoint([] { return rt::write_file("/dev/null", "x"); });
}

FACT(checkpoint, "write_half::write_some") {
  on_one_thread([]() -> rt::task<> {
    auto [reads, writes] = stream_without_peer().split();
    co_await is_checkpoint(
        [&] { return writes.write_some(rt::bytes_of("x")); });
  });
}
