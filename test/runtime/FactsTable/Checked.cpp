// offloads of allow_blocking: what it calls may block there. thread_bound: used
// on one thread only. A checked build shows both; a plain one looks at neither.

#include "corolint/rt/checked.hpp"
#include "Row.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/thread_bound.hpp"
#include <atomic>
#include <string_view>
#include <thread>

namespace {

std::atomic<int> blocked{0}, crossed{0};

/// Counts what is reported while it lives.
class counted_reports {
public:
  counted_reports()
      : before_(rt::set_misuse_handler([](const rt::misuse &seen) noexcept {
          blocked += seen.check == "coro-blocking-call";
          crossed += seen.check == "coro-unsafe-spawn-capture";
        })) {
    blocked = crossed = 0;
  }
  ~counted_reports() { rt::set_misuse_handler(before_); }

private:
  rt::misuse_handler before_;
};

} // namespace

FACT(offloads, "allow_blocking(f)") {
  const counted_reports reports;
  on_one_thread([]() -> rt::task<> {
    const auto here = std::this_thread::get_id();
    const auto there = rt::allow_blocking("shows that it is silent", [] {
      std::this_thread::sleep_for(1ms);
      return std::this_thread::get_id();
    });
    EXPECT_EQ(here, there);
    EXPECT_EQ(blocked, 0);
    // NOLINTNEXTLINE(coro-blocking-call): shows that it would not be
    std::this_thread::sleep_for(1ms);
    EXPECT_EQ(blocked, rt::detail::is_checked ? 1 : 0);
    co_return;
  });
}

FACT(thread_bound, "thread_bound") {
  static_assert(!rt::is_sendable<rt::thread_bound<int>>::value);
  const counted_reports reports;
  rt::thread_bound<int> number(1);
  EXPECT_EQ(*number, 1);
  EXPECT_EQ(crossed, 0);
  std::thread([&] { EXPECT_EQ(*number, 1); }).join();
  EXPECT_EQ(crossed, rt::detail::is_checked ? 1 : 0);
}
