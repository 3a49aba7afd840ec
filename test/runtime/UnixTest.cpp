#include "Support.h"
#include "corolint/rt/io.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/unix_socket.hpp"
#include <array>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

/// A path that no other process uses, removed at the end.
class fresh_path {
public:
  fresh_path()
      : text_((std::filesystem::temp_directory_path() /
               ("corolint-" + std::to_string(::getpid()) + ".socket"))
                  .string()) {
    ::unlink(text_.c_str());
  }
  ~fresh_path() { ::unlink(text_.c_str()); }
  const std::string &text() const noexcept { return text_; }

private:
  std::string text_;
};

rt::task<> round_trip(const std::string &path) {
  auto listener = rt::unix_listener::bind(path).value();
  auto [client, server] =
      co_await rt::join(rt::unix_stream::connect(path), listener.accept());
  EXPECT_TRUE(co_await rt::write_all(*client, rt::bytes_of("hello")));
  std::array<std::byte, 5> five;
  EXPECT_TRUE(co_await rt::read_exact(*server, five));
  EXPECT_EQ(std::memcmp(five.data(), "hello", 5), 0);
  client->close();
  EXPECT_EQ((co_await server->read_some(five)).value(), 0u);
}

TEST(Unix, ConnectsByAPath) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    const fresh_path path;
    co_await round_trip(path.text());
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Unix, ConnectsByANameWithoutAFile) {
  on_each_runtime([]() -> rt::task<> {
    std::string name(1, '\0');
    name += "corolint-" + std::to_string(::getpid());
    co_await round_trip(name);
  });
}

TEST(Unix, TellsWhatIsWrongWithAPath) {
  on_each_runtime([]() -> rt::task<> {
    const std::string much(200, 'x');
    EXPECT_EQ(rt::unix_listener::bind(much).error(),
              std::errc::filename_too_long);
    EXPECT_EQ((co_await rt::unix_stream::connect(much)).error(),
              std::errc::filename_too_long);
    const fresh_path path;
    EXPECT_EQ((co_await rt::unix_stream::connect(path.text())).error(),
              std::errc::no_such_file_or_directory);
    const auto listener = rt::unix_listener::bind(path.text()).value();
    EXPECT_EQ(rt::unix_listener::bind(path.text()).error(),
              std::errc::address_in_use);
  });
}

TEST(Unix, WaitsWhileTheQueueOfTheListenerIsFull) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    const fresh_path path;
    auto listener = rt::unix_listener::bind(path.text(), 1).value();
    std::atomic<int> made = 0;
    const auto connect = [&]() -> rt::task<> {
      made += (co_await rt::unix_stream::connect(path.text())).has_value();
    };
    std::vector<rt::join_handle<void>> clients;
    for (int i = 0; i != 6; ++i)
      clients.push_back(rt::spawn(connect()));
    co_await rt::sleep_for(5ms);
    EXPECT_LT(made, 6);
    clients.back().abort();
    for (int i = 0; i != 5; ++i)
      EXPECT_TRUE(co_await listener.accept());
    clients.pop_back();
    for (auto &each : clients)
      co_await std::move(each);
    EXPECT_GE(made, 5);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Unix, ConnectsAPair) {
  on_each_runtime([]() -> rt::task<> {
    auto [here, there] = rt::unix_stream::pair().value();
    std::vector<std::byte> sent(3'000'000, std::byte{7});
    std::vector<std::byte> back(sent.size());
    auto writing = rt::spawn(
        [](rt::unix_stream to, std::vector<std::byte> all) -> rt::task<bool> {
          co_return (co_await rt::write_all(to, all)).has_value();
        },
        std::move(here), sent);
    EXPECT_TRUE(co_await rt::read_exact(there, back));
    EXPECT_EQ(back, sent);
    EXPECT_TRUE(co_await std::move(writing));
    EXPECT_EQ((co_await there.read_some(back)).value(), 0u);
    EXPECT_EQ((co_await there.write_some(back)).error(),
              std::errc::broken_pipe);
  });
}

TEST(Unix, LosesNoDescriptorIfStoppedOrClosedWhileItAccepts) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    const fresh_path path;
    auto listener = rt::unix_listener::bind(path.text()).value();
    EXPECT_FALSE(co_await rt::timeout(2ms, listener.accept()));
    auto waiting = rt::spawn(
        [](rt::unix_listener &from) -> rt::task<std::error_code> {
          co_return (co_await from.accept()).error();
        },
        std::ref(listener));
    co_await rt::sleep_for(1ms);
    listener.close();
    EXPECT_EQ(co_await std::move(waiting), std::errc::operation_canceled);
  });
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
