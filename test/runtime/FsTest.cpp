#include "corolint/rt/fs.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace rt = corolint::rt;

namespace {

/// A directory of its own, removed at the end.
class Fs : public testing::Test {
protected:
  Fs()
      : directory_(std::filesystem::temp_directory_path() /
                   ("corolint-fs-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(directory_);
  }
  ~Fs() override { std::filesystem::remove_all(directory_); }

  std::filesystem::path at(const char *name) const { return directory_ / name; }

private:
  std::filesystem::path directory_;
};

TEST_F(Fs, ReadsWhatItWrote) {
  const std::size_t before = open_descriptors();
  on_each_runtime([this]() -> rt::task<> {
    std::string much(1'000'000, 'x');
    much[500'000] = '\0';
    EXPECT_TRUE(co_await rt::write_file(at("a"), much));
    EXPECT_EQ((co_await rt::read_file(at("a"))).value(), much);
    EXPECT_TRUE(co_await rt::write_file(at("a"), "short"));
    EXPECT_EQ((co_await rt::read_file(at("a"))).value(), "short");
    EXPECT_TRUE(co_await rt::write_file(at("a"), ""));
    EXPECT_EQ((co_await rt::read_file(at("a"))).value(), "");
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST_F(Fs, ReadsWhatSaysThatItHasNoSize) {
  on_each_runtime([]() -> rt::task<> {
    EXPECT_FALSE((co_await rt::read_file("/proc/self/maps")).value().empty());
  });
}

TEST_F(Fs, TellsWhatWentWrong) {
  const std::size_t before = open_descriptors();
  on_each_runtime([this]() -> rt::task<> {
    EXPECT_EQ((co_await rt::read_file(at("none"))).error(),
              std::errc::no_such_file_or_directory);
    EXPECT_EQ((co_await rt::read_file(at("."))).error(),
              std::errc::is_a_directory);
    EXPECT_EQ((co_await rt::write_file(at("none/a"), "x")).error(),
              std::errc::no_such_file_or_directory);
    EXPECT_EQ((co_await rt::file().read_at(0, 1)).error(),
              std::errc::bad_file_descriptor);
    static_cast<void>(co_await rt::write_file(at("a"), "x"));
    auto reading =
        (co_await rt::file::open(at("a"), rt::file::mode::read)).value();
    EXPECT_EQ((co_await reading.write_at(0, "y")).error(),
              std::errc::bad_file_descriptor);
  });
  EXPECT_EQ(open_descriptors(), before);
}

TEST_F(Fs, ReadsAndWritesAtAnOffset) {
  on_each_runtime([this]() -> rt::task<> {
    static_cast<void>(co_await rt::write_file(at("a"), ""));
    auto opened =
        (co_await rt::file::open(at("a"), rt::file::mode::read_write)).value();
    co_await rt::join(opened.write_at(0, "0123"), opened.write_at(4, "4567"),
                      opened.write_at(8, "89"));
    EXPECT_EQ((co_await opened.size()).value(), 10u);
    EXPECT_EQ((co_await opened.read_at(3, 4)).value(), "3456");
    EXPECT_EQ((co_await opened.read_at(8, 100)).value(), "89");
    EXPECT_EQ((co_await opened.read_at(100, 1)).value(), "");
    EXPECT_TRUE(co_await opened.sync());
  });
}

TEST_F(Fs, LosesNoDescriptorIfStopped) {
  const std::size_t before = open_descriptors();
  on_each_runtime([this]() -> rt::task<> {
    static_cast<void>(co_await rt::write_file(at("a"), std::string(1000, 'x')));
    for (int i = 0; i != 200; ++i) {
      auto reading = rt::spawn(rt::read_file(at("a")));
      if (i % 3 != 0)
        co_await rt::sleep_for(std::chrono::milliseconds(i % 3 - 1));
      reading.abort();
    }
  });
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
