#include "corolint/rt/checked.hpp"
#include "Support.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

std::mutex lock;
std::vector<std::pair<std::string, std::string>> seen; // guarded by lock

/// Collects what is reported while it lives.
class reports {
public:
  reports()
      : before_(rt::set_misuse_handler([](const rt::misuse &each) noexcept {
          const std::lock_guard held(lock);
          seen.emplace_back(each.check, each.text);
        })) {}
  ~reports() {
    rt::set_misuse_handler(before_);
    seen.clear();
  }

  static std::vector<std::string> checks() {
    const std::lock_guard held(lock);
    std::vector<std::string> found;
    for (const auto &[check, text] : seen)
      found.push_back(check);
    return found;
  }
  static std::string first_text() {
    const std::lock_guard held(lock);
    return seen.empty() ? "" : seen.front().second;
  }

private:
  rt::misuse_handler before_;
};

rt::runtime checked(std::chrono::milliseconds limit) {
  return rt::runtime::builder{}
      .workers(2)
      .checked(rt::checked_level::on)
      .stall_limit(limit)
      .build();
}

/// Blocks its worker until there is a report, for ten seconds at most.
rt::task<> blocks() {
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (reports::checks().empty() && std::chrono::steady_clock::now() < limit)
    // NOLINTNEXTLINE(coro-blocking-call): that is what is to be seen
    std::this_thread::sleep_for(1s);
  co_return;
}

rt::task<> computes() {
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (reports::checks().empty() && std::chrono::steady_clock::now() < limit)
    for (int i = 0; i != 1000; ++i)
      asm volatile("");
  co_return;
}

TEST(Checked, ReportsATaskThatBlocksItsWorkerOnce) {
  if (rt::detail::is_checked)
    GTEST_SKIP() << "a checked build sees the call itself";
  const reports all;
  checked(20ms).block_on(blocks());
  EXPECT_EQ(reports::checks(), std::vector<std::string>{"coro-blocking-call"});
  EXPECT_EQ(reports::first_text().find("a task has blocked worker "), 0u)
      << reports::first_text();
}

TEST(Checked, ReportsATaskThatComputesForLong) {
  const reports all;
  checked(20ms).block_on(computes());
  EXPECT_EQ(reports::checks(),
            std::vector<std::string>{"coro-loop-without-suspend"});
  EXPECT_EQ(reports::first_text().find("a task has kept worker "), 0u)
      << reports::first_text();
}

TEST(Checked, IsSilentAboutTasksThatSuspendAndWorkersThatSleep) {
  const reports all;
  checked(200ms).block_on([]() -> rt::task<> {
    co_await rt::sleep_for(300ms);
    const auto limit = std::chrono::steady_clock::now() + 300ms;
    while (std::chrono::steady_clock::now() < limit)
      co_await rt::yield();
    co_await rt::spawn_blocking([] { std::this_thread::sleep_for(300ms); });
  }());
  EXPECT_TRUE(reports::checks().empty()) << reports::first_text();
}

TEST(Checked, LetsOthersRunWhatWaitsBehindATaskThatBlocks) {
  if (!rt::detail::is_checked)
    GTEST_SKIP()
        << "the plain build does not see that a task is about to block";
  const reports all;
  checked(100ms).block_on([]() -> rt::task<> {
    rt::event go;
    std::chrono::steady_clock::time_point ran;
    auto other = rt::spawn([](rt::event &go, auto &ran) -> rt::task<> {
      co_await go.wait();
      ran = std::chrono::steady_clock::now();
    }(go, ran));
    co_await rt::sleep_for(10ms); // the other one waits by then
    go.set();                     // and is the next to run on this worker
    const auto begin = std::chrono::steady_clock::now();
    // NOLINTNEXTLINE(coro-blocking-call): that is what is to be seen
    std::this_thread::sleep_for(1s);
    co_await std::move(other);
    EXPECT_LT(ran - begin, 500ms);
  }());
}

TEST(Checked, IsOffUnlessTold) {
  if (rt::detail::is_checked)
    GTEST_SKIP() << "a checked build is on unless told";
  const reports all;
  rt::runtime::builder{}.workers(2).build().block_on([]() -> rt::task<> {
    // NOLINTNEXTLINE(coro-blocking-call): nobody looks
    std::this_thread::sleep_for(300ms);
    co_return;
  }());
  EXPECT_TRUE(reports::checks().empty());
}

TEST(CheckedDeathTest, EndsTheProgramIfTheMistakeIsFatal) {
  if (rt::detail::is_checked)
    GTEST_SKIP() << "a checked build has other words for it";
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(
      {
        rt::runtime::builder{}
            .workers(1)
            .checked(rt::checked_level::fatal)
            .stall_limit(20ms)
            .build()
            .block_on(blocks());
      },
      "warning: a task has blocked worker 0 for .* "
      "\\[coro-blocking-call\\]");
}

} // namespace
