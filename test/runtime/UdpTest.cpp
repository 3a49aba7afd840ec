#include "corolint/rt/udp.hpp"
#include "Support.h"
#include "corolint/rt/io.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <gtest/gtest.h>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::udp_socket open_socket() {
  return rt::udp_socket::bind(rt::ip_endpoint::loopback(0)).value();
}
rt::ip_endpoint at(const rt::udp_socket &socket) {
  return socket.local_address().value();
}

TEST(Udp, AnswersADatagram) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto server = open_socket();
    auto client = open_socket();
    const auto answer = [](rt::udp_socket &socket) -> rt::task<> {
      for (int i = 0; i != 50; ++i) {
        std::array<std::byte, 100> buffer;
        const auto got = (co_await socket.receive_from(buffer)).value();
        static_cast<void>(co_await socket.send_to(
            std::span(buffer).first(got.size), got.from));
      }
    };
    const auto question = [](rt::udp_socket &socket,
                             rt::ip_endpoint peer) -> rt::task<> {
      for (std::size_t i = 0; i != 50; ++i) {
        const std::vector<std::byte> sent(i, static_cast<std::byte>(i));
        EXPECT_EQ((co_await socket.send_to(sent, peer)).value(), i);
        std::array<std::byte, 100> buffer;
        const auto got = (co_await socket.receive_from(buffer)).value();
        EXPECT_EQ(got.from, peer);
        EXPECT_EQ(got.size, i);
        EXPECT_TRUE(std::equal(sent.begin(), sent.end(), buffer.begin()));
      }
    };
    co_await rt::join(answer(server), question(client, at(server)));
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Udp, CutsADatagramThatIsLongerThanTheBuffer) {
  on_each_runtime([]() -> rt::task<> {
    auto one = open_socket();
    auto two = open_socket();
    static_cast<void>(co_await one.send_to(rt::bytes_of("longer"), at(two)));
    static_cast<void>(co_await one.send_to(rt::bytes_of("next"), at(two)));
    std::array<std::byte, 4> buffer;
    EXPECT_EQ((co_await two.receive_from(buffer)).value().size, 4u);
    EXPECT_EQ(std::memcmp(buffer.data(), "long", 4), 0);
    EXPECT_EQ((co_await two.receive_from(buffer)).value().size, 4u);
    EXPECT_EQ(std::memcmp(buffer.data(), "next", 4), 0);
  });
}

TEST(Udp, RefusesADatagramThatIsTooLong) {
  on_each_runtime([]() -> rt::task<> {
    auto socket = open_socket();
    const std::vector<std::byte> much(100'000);
    const auto sent = co_await socket.send_to(much, at(socket));
    EXPECT_EQ(sent.error(), std::errc::message_size);
  });
}

TEST(Udp, LosesNothingIfStoppedWhileItReceives) {
  on_each_runtime([]() -> rt::task<> {
    auto one = open_socket();
    auto two = open_socket();
    std::array<std::byte, 4> buffer;
    for (int i = 0; i != 3; ++i)
      EXPECT_FALSE(co_await rt::timeout(2ms, two.receive_from(buffer)));
    static_cast<void>(co_await one.send_to(rt::bytes_of("a"), at(two)));
    EXPECT_EQ((co_await two.receive_from(buffer)).value().size, 1u);
  });
}

TEST(Udp, WakesWhoWaitsWhenItIsClosed) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    auto socket = open_socket();
    auto waiting = rt::spawn(
        [](rt::udp_socket &from) -> rt::task<std::error_code> {
          std::array<std::byte, 4> buffer;
          co_return (co_await from.receive_from(buffer)).error();
        },
        std::ref(socket));
    co_await rt::sleep_for(2ms);
    socket.close();
    EXPECT_EQ(co_await std::move(waiting), std::errc::operation_canceled);
    EXPECT_EQ(
        (co_await socket.send_to(rt::bytes_of("a"), rt::ip_endpoint())).error(),
        std::errc::bad_file_descriptor);
  });
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
