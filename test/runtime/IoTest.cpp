#include "corolint/rt/io.hpp"
#include "Support.h"
#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/unix_socket.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

using some = rt::result<std::size_t, std::error_code>;

/// Gives a text in parts of a few bytes, then an error or the end.
class text_source {
public:
  explicit text_source(std::string text, std::size_t part,
                       std::error_code end = {})
      : text_(std::move(text)), part_(part), end_(end) {}
  rt::task<some> read_some(std::span<std::byte> into) {
    co_await rt::yield();
    ++reads;
    const std::size_t count =
        std::min({into.size(), part_, text_.size() - at_});
    if (count == 0 && end_)
      co_return rt::failure(end_);
    std::memcpy(into.data(), text_.data() + at_, count);
    at_ += count;
    co_return count;
  }
  int reads = 0;

private:
  std::string text_;
  std::size_t at_ = 0;
  std::size_t part_;
  std::error_code end_;
};

class text_sink {
public:
  rt::task<some> write_some(std::span<const std::byte> from) {
    co_await rt::yield();
    const std::size_t count = std::min<std::size_t>(from.size(), 3);
    written.append(reinterpret_cast<const char *>(from.data()), count);
    co_return count;
  }
  std::string written;
};

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

TEST(Io, ReadsExactlyWhatIsAskedForInParts) {
  on_each_runtime([]() -> rt::task<> {
    text_source from("0123456789", 3);
    std::array<std::byte, 8> eight;
    EXPECT_TRUE(co_await rt::read_exact(from, eight));
    EXPECT_EQ(text_of(eight), "01234567");
    const auto rest = co_await rt::read_exact(from, eight);
    EXPECT_EQ(rest.error(), rt::io_error::unexpected_end);
  });
}

TEST(Io, HandsAnErrorOn) {
  on_each_runtime([]() -> rt::task<> {
    text_source from("01", 3, make_error_code(std::errc::connection_reset));
    text_sink to;
    const auto copied = co_await rt::copy(from, to);
    EXPECT_EQ(copied.error(), std::errc::connection_reset);
    EXPECT_EQ(to.written, "01");
  });
}

TEST(Io, WritesAllAndCopiesAll) {
  on_each_runtime([]() -> rt::task<> {
    text_sink to;
    EXPECT_TRUE(co_await rt::write_all(to, rt::bytes_of("hello, ")));
    text_source from("world", 2);
    EXPECT_EQ((co_await rt::copy(from, to)).value(), 5u);
    EXPECT_EQ(to.written, "hello, world");
  });
}

TEST(BufferedReader, ReadsLinesAndKeepsTheRest) {
  on_each_runtime([]() -> rt::task<> {
    for (const std::size_t part : {1u, 2u, 5u, 100u}) {
      text_source text("one\r\ntwo\r\n\r\nabcdef", part);
      rt::buffered_reader from(text);
      EXPECT_EQ((co_await rt::read_until(from, "\r\n", 80)).value(), "one\r\n");
      EXPECT_EQ((co_await rt::read_until(from, "\r\n", 80)).value(), "two\r\n");
      EXPECT_EQ((co_await rt::read_until(from, "\r\n", 80)).value(), "\r\n");
      std::array<std::byte, 4> four;
      EXPECT_TRUE(co_await rt::read_exact(from, four));
      EXPECT_EQ(text_of(four), "abcd");
      EXPECT_EQ((co_await rt::read_until(from, "\n", 80)).value(), "ef");
      EXPECT_EQ((co_await rt::read_until(from, "\n", 80)).value(), "");
      if (part == 100) {
        EXPECT_EQ(text.reads, 3); // one for all, and the end twice
      }
    }
  });
}

TEST(BufferedReader, ReadsNoMoreThanItsLimit) {
  on_each_runtime([]() -> rt::task<> {
    rt::buffered_reader from(text_source(std::string(5000, 'x') + '\n', 100));
    const auto much = co_await from.read_until("\n", 5000);
    EXPECT_EQ(much.error(), rt::io_error::limit_exceeded);
    EXPECT_EQ((co_await from.read_until("\n", 5001)).value().size(), 5001u);
  });
}

TEST(BufferedReader, LosesNothingIfStopped) {
  on_each_runtime([]() -> rt::task<> {
    auto [here, there] = rt::unix_stream::pair().value();
    rt::buffered_reader from(here);
    static_cast<void>(co_await there.write_some(rt::bytes_of("half a ")));
    EXPECT_FALSE(co_await rt::timeout(2ms, from.read_until("\n", 80)));
    static_cast<void>(co_await there.write_some(rt::bytes_of("line\n")));
    EXPECT_EQ((co_await from.read_until("\n", 80)).value(), "half a line\n");
  });
}

TEST(IoError, SaysWhatHappened) {
  const std::error_code end = rt::io_error::unexpected_end;
  EXPECT_EQ(end.message(), "the stream ended too early");
  EXPECT_STREQ(end.category().name(), "corolint::rt::io");
}

TEST(IoHandle, TellsWhyItCannotBeMade) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    // Epoll does not watch files.
    const auto file = rt::io_handle::adopt(::open("/proc/self/exe", O_RDONLY));
    EXPECT_EQ(file.error(), std::errc::operation_not_permitted);
    const auto none = rt::io_handle::adopt(-1);
    EXPECT_EQ(none.error(), std::errc::bad_file_descriptor);
    EXPECT_FALSE(rt::io_handle().is_open());
    EXPECT_EQ(rt::io_handle().native_handle(), -1);
    co_return;
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST(IoHandle, KeepsItsNumberUntilTheLastOperationHasLeft) {
  on_each_runtime([]() -> rt::task<> {
    auto [here, there] = rt::unix_stream::pair().value();
    const int number = here.native_handle();
    {
      std::byte one;
      auto reading = here.read_some(std::span(&one, 1));
      here.close();
      EXPECT_EQ(here.native_handle(), -1);
      EXPECT_NE(::fcntl(number, F_GETFD), -1);
      EXPECT_FALSE(co_await std::move(reading));
    }
    EXPECT_EQ(::fcntl(number, F_GETFD), -1);
  });
}

TEST(IoHandle, IsClosedByItsLastOwner) {
  on_each_runtime([]() -> rt::task<> {
    auto [here, there] = rt::unix_stream::pair().value();
    const int number = here.native_handle();
    rt::io_handle second = here.share();
    here = {};
    EXPECT_TRUE(second.is_open());
    second = {};
    EXPECT_EQ(::fcntl(number, F_GETFD), -1);
    co_return;
  });
}

TEST(IoHandle, LetsSeveralTasksReadAndLosesNoByte) {
  on_each_runtime([]() -> rt::task<> {
    auto [here, there] = rt::unix_stream::pair().value();
    std::atomic<std::size_t> got = 0;
    const auto read = [&got](rt::unix_stream &from,
                             std::size_t part) -> rt::task<> {
      std::vector<std::byte> buffer(part);
      for (;;) {
        const auto count = co_await from.read_some(buffer);
        if (!count || *count == 0)
          co_return;
        got += *count;
      }
    };
    const auto write = [](rt::unix_stream &to) -> rt::task<> {
      const std::vector<std::byte> part(1000);
      for (int i = 0; i != 500; ++i) {
        static_cast<void>(co_await rt::write_all(to, part));
        if (i % 10 == 0)
          co_await rt::yield();
      }
      static_cast<void>(to.shutdown_write());
    };
    co_await rt::join(read(here, 10000), read(here, 777), read(here, 100),
                      write(there));
    EXPECT_EQ(got, 500'000u);
  });
}

TEST(IoHandle, SurvivesStopsAndEventsThatRaceWithItsClose) {
  const std::size_t before = open_descriptors();
  on_each_runtime([]() -> rt::task<> {
    const auto read = [](rt::unix_stream &from) -> rt::task<> {
      const counted alive;
      std::array<std::byte, 8> buffer;
      for (;;) {
        const auto count = co_await from.read_some(buffer);
        if (!count || *count == 0)
          co_return;
      }
    };
    const auto disturb = [](rt::unix_stream &to, int turn) -> rt::task<> {
      static_cast<void>(co_await to.write_some(rt::bytes_of("x")));
      if (turn % 3 == 0)
        co_await rt::yield();
      to.close();
    };
    for (int i = 0; i != 500; ++i) {
      auto [here, there] = rt::unix_stream::pair().value();
      auto one = rt::spawn(read, std::ref(here));
      auto two = rt::spawn(read, std::ref(here));
      auto other = rt::spawn(disturb, std::ref(there), i);
      if (i % 2 == 0)
        co_await rt::yield();
      one.abort();
      here.close();
      two.abort();
      while (!one.is_done() || !two.is_done() || !other.is_done())
        co_await rt::yield();
    }
  });
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
