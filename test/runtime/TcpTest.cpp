#include "corolint/rt/tcp.hpp"
#include "Support.h"
#include "corolint/rt/io.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <array>
#include <atomic>
#include <cstring>
#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

// The sanitizer opens a pipe for each object that it looks at, and takes what
// it cannot open for a finding.
#if defined(__has_feature)
#if __has_feature(undefined_behavior_sanitizer)
#define NEEDS_DESCRIPTORS_ITSELF
#endif
#endif

namespace {

using bytes = std::vector<std::byte>;

rt::tcp_listener listen() {
  return rt::tcp_listener::bind(rt::ip_endpoint::loopback(0)).value();
}
rt::ip_endpoint at(const rt::tcp_listener &listener) {
  return listener.local_address().value();
}

/// Both ends of a connection.
rt::task<std::pair<rt::tcp_stream, rt::tcp_stream>> connected() {
  rt::tcp_listener listener = listen();
  auto [client, server] = co_await rt::join(
      rt::tcp_stream::connect(at(listener)), listener.accept());
  co_return std::pair(std::move(client).value(), std::move(server).value());
}

bytes pattern(std::size_t size) {
  bytes made(size);
  for (std::size_t i = 0; i != size; ++i)
    made[i] = static_cast<std::byte>(i * 7 + i / 251);
  return made;
}

rt::task<> echo(rt::tcp_stream stream) {
  const counted alive;
  std::array<std::byte, 512> buffer;
  for (;;) {
    const auto count = co_await stream.read_some(buffer);
    if (!count || *count == 0)
      co_return;
    if (!co_await rt::write_all(stream, std::span(buffer).first(*count)))
      co_return;
  }
}

rt::task<> serve(rt::tcp_listener &listener) {
  co_await rt::with_scope([&](rt::scope &all) -> rt::task<> {
    for (;;) {
      auto stream = co_await listener.accept();
      if (!stream)
        co_return;
      all.spawn(echo(*std::move(stream)));
    }
  });
}

TEST(Tcp, ListensAtAFreePort) {
  on_each_runtime([]() -> rt::task<> {
    const rt::tcp_listener listener = listen();
    EXPECT_NE(at(listener).port(), 0);
    const auto taken = rt::tcp_listener::bind(at(listener));
    EXPECT_FALSE(taken);
    EXPECT_EQ(taken.error(), std::errc::address_in_use);
    co_return;
  });
}

TEST(Tcp, ListensAgainAtAPortThatWasUsed) {
  on_each_runtime([]() -> rt::task<> {
    auto listener = listen();
    const rt::ip_endpoint where = at(listener);
    auto [client, server] =
        co_await rt::join(rt::tcp_stream::connect(where), listener.accept());
    EXPECT_EQ(client->peer_address().value(), where);
    EXPECT_EQ(server->peer_address().value(), client->local_address().value());
    // Who closes first leaves the port to time-wait.
    server->close();
    listener.close();
    EXPECT_TRUE(rt::tcp_listener::bind(where));
  });
}

TEST(Tcp, TellsThatNobodyListens) {
  on_each_runtime([]() -> rt::task<> {
    rt::ip_endpoint nobody;
    {
      nobody = at(listen());
    }
    const auto refused = co_await rt::tcp_stream::connect(nobody);
    EXPECT_FALSE(refused);
    EXPECT_EQ(refused.error(), std::errc::connection_refused);
  });
}

TEST(Tcp, ConnectsByVersionSix) {
  on_each_runtime([]() -> rt::task<> {
    auto listener = rt::tcp_listener::bind(rt::ip_endpoint::loopback_v6(0));
    if (!listener)
      co_return; // this host has none
    auto [client, server] = co_await rt::join(
        rt::tcp_stream::connect(at(*listener)), listener->accept());
    EXPECT_TRUE(client->peer_address().value().is_v6());
    EXPECT_EQ(client->peer_address().value(), at(*listener));
  });
}

TEST(Tcp, EchoesOnManyConnections) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto listener = listen();
    const rt::ip_endpoint where = at(listener);
    auto server = rt::spawn(serve, std::ref(listener));
    std::atomic<int> answered = 0;
    co_await rt::with_scope([&](rt::scope &clients) -> rt::task<> {
      for (int i = 0; i != 64; ++i)
        clients.spawn([&answered, where, i]() -> rt::task<> {
          auto stream = (co_await rt::tcp_stream::connect(where)).value();
          static_cast<void>(stream.set_no_delay(true));
          for (int round = 0; round != 10; ++round) {
            std::array<int, 4> sent{i, round, i + round, i * round};
            std::array<int, 4> back{};
            static_cast<void>(
                co_await rt::write_all(stream, std::as_bytes(std::span(sent))));
            const auto whole = co_await rt::read_exact(
                stream, std::as_writable_bytes(std::span(back)));
            answered += whole && back == sent;
          }
        });
      co_return;
    });
    EXPECT_EQ(answered, 640);
    listener.close();
    co_await std::move(server);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, CarriesMegabytesInParts) {
  on_each_runtime([]() -> rt::task<> {
    auto [client, server] = co_await connected();
    const bytes sent = pattern(5'000'000);
    bytes back(sent.size());
    const auto write = [](rt::tcp_stream &to,
                          const bytes &all) -> rt::task<bool> {
      co_return (co_await rt::write_all(to, all)).has_value() &&
          to.shutdown_write().has_value();
    };
    const auto read = [](rt::tcp_stream &from, bytes &all) -> rt::task<bool> {
      std::byte more;
      co_return (co_await rt::read_exact(from, all)).has_value() &&
          (co_await from.read_some(std::span(&more, 1))).value() == 0;
    };
    const auto [written, whole] =
        co_await rt::join(write(client, sent), read(server, back));
    EXPECT_TRUE(written);
    EXPECT_TRUE(whole);
    EXPECT_EQ(back, sent);
  });
}

TEST(Tcp, KeepsItsHalvesForTwoTasksAtOnce) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto [client, server] = co_await connected();
    auto echoing = rt::spawn(echo, std::move(server));
    auto [reader, writer] = std::move(client).split();
    const bytes sent = pattern(1'000'000);
    auto writing = rt::spawn(
        [](rt::write_half half, bytes all) -> rt::task<bool> {
          // Dropped at the end: the server sees the end of the stream.
          co_return (co_await rt::write_all(half, all)).has_value();
        },
        std::move(writer), sent);
    bytes back(sent.size());
    EXPECT_TRUE(co_await rt::read_exact(reader, back));
    EXPECT_EQ(back, sent);
    EXPECT_TRUE(co_await std::move(writing));
    std::byte more;
    EXPECT_EQ((co_await reader.read_some(std::span(&more, 1))).value(), 0u);
    co_await std::move(echoing);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, TellsThatThePeerHasReset) {
  on_each_runtime([]() -> rt::task<> {
    auto [client, server] = co_await connected();
    const auto read = [](rt::tcp_stream &from) -> rt::task<std::error_code> {
      std::byte one;
      const auto count = co_await from.read_some(std::span(&one, 1));
      co_return count ? std::error_code() : count.error();
    };
    auto waiting = rt::spawn(read, std::ref(server));
    co_await rt::sleep_for(2ms);
    const linger abortive{1, 0};
    ::setsockopt(client.native_handle(), SOL_SOCKET, SO_LINGER, &abortive,
                 sizeof(abortive));
    client.close();
    EXPECT_EQ(co_await std::move(waiting), std::errc::connection_reset);
    const auto late = co_await server.write_some(rt::bytes_of("x"));
    EXPECT_FALSE(late);
    EXPECT_EQ(late.error(), std::errc::broken_pipe); // and no signal
  });
}

TEST(Tcp, EndsItsStreamEvenIfTheEndCameWithTheData) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 100; ++i) {
      auto [client, server] = co_await connected();
      static_cast<void>(co_await client.write_some(rt::bytes_of("abc")));
      client.close();
      if (i % 2 == 0)
        co_await rt::yield();
      // The first read gets less than it asked for; the second one must not
      // wait for an event that has been.
      std::array<std::byte, 16> buffer;
      EXPECT_EQ((co_await server.read_some(buffer)).value(), 3u);
      EXPECT_EQ((co_await server.read_some(buffer)).value(), 0u);
      EXPECT_EQ((co_await server.read_some(buffer)).value(), 0u);
    }
  });
}

TEST(Tcp, LosesNothingIfStoppedWhileItReads) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto [client, server] = co_await connected();
    std::array<std::byte, 8> buffer;
    for (int i = 0; i != 5; ++i) {
      const auto nothing = co_await rt::timeout(2ms, server.read_some(buffer));
      EXPECT_FALSE(nothing);
    }
    static_cast<void>(co_await client.write_some(rt::bytes_of("12345678")));
    const auto late = co_await rt::timeout(5s, server.read_some(buffer));
    EXPECT_EQ(late.value().value(), 8u);
    EXPECT_EQ(std::memcmp(buffer.data(), "12345678", 8), 0);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, LosesNoDescriptorIfStopped) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    const std::size_t here = open_descriptors();
    {
      auto listener = listen();
      auto [client, server] = co_await connected();
      // Nobody reads: the queues fill up.
      const bytes much = pattern(8'000'000);
      EXPECT_FALSE(co_await rt::timeout(3ms, rt::write_all(client, much)));
      EXPECT_FALSE(co_await rt::timeout(2ms, listener.accept()));
      // Not routed: the attempt lasts. Refused at once on some hosts.
      static_cast<void>(co_await rt::timeout(
          2ms, rt::tcp_stream::connect(
                   rt::ip_endpoint::parse("198.51.100.1:9").value())));
      for (int i = 0; i != 50; ++i) {
        auto connecting = rt::spawn(rt::tcp_stream::connect(at(listener)));
        auto accepting = rt::spawn(
            [](rt::tcp_listener &from) -> rt::task<> {
              static_cast<void>(co_await from.accept());
            },
            std::ref(listener));
        if (i % 2 == 0)
          co_await rt::yield();
        accepting.abort();
        connecting.abort();
        for (bool ended = false; !ended; co_await rt::yield())
          ended = accepting.is_done() && connecting.is_done();
      }
    }
    EXPECT_EQ(open_descriptors(), here);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, WakesWhoWaitsWhenItIsClosed) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto listener = listen();
    auto [client, server] = co_await connected();
    const auto accepts =
        [](rt::tcp_listener &from) -> rt::task<std::error_code> {
      co_return (co_await from.accept()).error();
    };
    const auto reads = [](rt::tcp_stream &from) -> rt::task<std::error_code> {
      std::byte one;
      co_return (co_await from.read_some(std::span(&one, 1))).error();
    };
    auto accepting = rt::spawn(accepts, std::ref(listener));
    auto reading = rt::spawn(reads, std::ref(server));
    auto also_reading = rt::spawn(reads, std::ref(server));
    co_await rt::sleep_for(2ms);
    listener.close();
    server.close();
    EXPECT_EQ(co_await std::move(accepting), std::errc::operation_canceled);
    EXPECT_EQ(co_await std::move(reading), std::errc::operation_canceled);
    EXPECT_EQ(co_await std::move(also_reading), std::errc::operation_canceled);
    EXPECT_FALSE(server.is_open());
    EXPECT_EQ(co_await accepts(listener), std::errc::bad_file_descriptor);
    EXPECT_EQ(co_await reads(server), std::errc::bad_file_descriptor);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, OutlivesItsHandleInAnOperation) {
  on_each_runtime([]() -> rt::task<> {
    std::byte one;
    std::optional<rt::task<rt::result<std::size_t, std::error_code>>> begun;
    {
      auto [client, server] = co_await connected();
      begun.emplace(server.read_some(std::span(&one, 1)));
    }
    EXPECT_EQ((co_await *std::move(begun)).error(),
              std::errc::operation_canceled);
    EXPECT_EQ((co_await rt::tcp_stream().read_some(std::span(&one, 1))).error(),
              std::errc::bad_file_descriptor);
  });
}

TEST(Tcp, SurvivesToBeClosedUnderLoad) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    for (int round = 0; round != 8; ++round) {
      auto listener = listen();
      const rt::ip_endpoint where = at(listener);
      auto server = rt::spawn(serve, std::ref(listener));
      co_await rt::with_scope([&](rt::scope &clients) -> rt::task<> {
        for (int i = 0; i != 16; ++i)
          clients.spawn([where, i]() -> rt::task<> {
            auto stream = co_await rt::tcp_stream::connect(where);
            if (!stream)
              co_return; // closed before
            std::array<std::byte, 64> buffer{};
            const auto talk = [&]() -> rt::task<> {
              for (;;) {
                const auto put = co_await stream->write_some(buffer);
                const auto got = co_await stream->read_some(buffer);
                if (!put || !got || *got == 0)
                  co_return;
              }
            };
            const auto close_later = [&]() -> rt::task<> {
              co_await rt::sleep_for(std::chrono::milliseconds(i % 4));
              stream->close();
            };
            if (i % 2 == 0)
              co_await rt::join(talk(), close_later());
            else
              static_cast<void>(co_await rt::timeout(3ms, talk()));
          });
        co_await rt::sleep_for(2ms);
        listener.close();
      });
      co_await std::move(server);
    }
  });
  EXPECT_EQ(open_descriptors(), before);
}

#ifndef NEEDS_DESCRIPTORS_ITSELF
TEST(Tcp, AcceptsAgainWhenThereAreDescriptorsAgain) {
  on_each_runtime([]() -> rt::task<> {
    auto listener = listen();
    rlimit old;
    ::getrlimit(RLIMIT_NOFILE, &old);
    auto client = (co_await rt::tcp_stream::connect(at(listener))).value();
    // What is open stays open, and nothing can be added.
    rlimit none = old;
    none.rlim_cur = 3;
    ::setrlimit(RLIMIT_NOFILE, &none);
    auto accepting = rt::spawn(
        [](rt::tcp_listener &from) -> rt::task<bool> {
          co_return (co_await from.accept()).has_value();
        },
        std::ref(listener));
    co_await rt::sleep_for(20ms);
    EXPECT_FALSE(accepting.is_done());
    const auto refused = co_await rt::tcp_stream::connect(at(listener));
    ::setrlimit(RLIMIT_NOFILE, &old);
    EXPECT_EQ(refused.error(), std::errc::too_many_files_open);
    EXPECT_TRUE(co_await std::move(accepting));
  });
}

TEST(Tcp, StopsAcceptingWhileItWaitsForDescriptors) {
  on_each_runtime([]() -> rt::task<> {
    auto listener = listen();
    rlimit old;
    ::getrlimit(RLIMIT_NOFILE, &old);
    auto client = (co_await rt::tcp_stream::connect(at(listener))).value();
    rlimit none = old;
    none.rlim_cur = 3;
    ::setrlimit(RLIMIT_NOFILE, &none);
    EXPECT_FALSE(co_await rt::timeout(5ms, listener.accept()));
    const auto closing = [](rt::tcp_listener &from) -> rt::task<> {
      co_await rt::sleep_for(5ms);
      from.close();
    };
    const auto [closed, accepted] =
        co_await rt::join(closing(listener), listener.accept());
    ::setrlimit(RLIMIT_NOFILE, &old);
    EXPECT_EQ(accepted.error(), std::errc::operation_canceled);
  });
}
#endif

TEST(Tcp, LetsOthersRunThoughItIsAlwaysReady) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    auto [client, server] = co_await connected();
    const bytes much = pattern(100'000);
    EXPECT_TRUE(co_await rt::timeout(5s, rt::write_all(client, much)));
    bool ran = false;
    auto other = rt::spawn(
        [](bool &told) -> rt::task<> {
          told = true;
          co_return;
        },
        std::ref(ran));
    std::byte one;
    int reads = 0;
    for (; reads != 1000 && !ran; ++reads)
      EXPECT_EQ((co_await server.read_some(std::span(&one, 1))).value(), 1u);
    EXPECT_LT(reads, 1000);
    co_await std::move(other);
  }());
}

TEST(Tcp, EndsWithARuntimeThatStillWaits) {
  const std::size_t before = open_descriptors();
  {
    rt::runtime pool = rt::runtime::builder{}.workers(2).build();
    pool.block_on([]() -> rt::task<> {
      auto listener = listen();
      rt::spawn(
          [](rt::tcp_listener from) -> rt::task<> {
            const counted alive;
            co_await serve(from);
          },
          std::move(listener))
          .detach();
      co_await rt::sleep_for(1ms);
    }());
  }
  EXPECT_EQ(counted::living(), 0);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, MayOutliveItsRuntime) {
  const std::size_t before = open_descriptors();
  rt::tcp_listener left;
  {
    rt::current_thread thread;
    left = thread.block_on(
        []() -> rt::task<rt::tcp_listener> { co_return listen(); }());
  }
  EXPECT_TRUE(left.is_open());
  left = {};
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Tcp, ThrowsOutsideOfARuntime) {
  const std::size_t before = open_descriptors();
  EXPECT_THROW(static_cast<void>(listen()), rt::no_runtime);
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
