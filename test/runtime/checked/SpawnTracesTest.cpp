#include "checked/spawn_traces.hpp"
#include <array>
#include <cstdint>
#include <cstdlib>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace detail = corolint::rt::detail;
using detail::kept;
using detail::spawn_trace;

namespace {

/// \p count calls; the outermost is that of \p which.
spawn_trace trace(std::uintptr_t which, unsigned count = 3) {
  spawn_trace made;
  made.addresses = {0x1000, 0x2000};
  made.addresses[count - 1] = which;
  made.count = count;
  return made;
}

TEST(SpawnTraces, AreKeptOnceAsTheyAre) {
  const spawn_trace given = trace(0x3000);
  const spawn_trace &first = kept(given);
  EXPECT_NE(&first, &given);
  EXPECT_EQ(&first, &kept(trace(0x3000)));
  EXPECT_EQ(std::vector(first.begin(), first.end()),
            (std::vector<std::uintptr_t>{0x1000, 0x2000, 0x3000}));
}

TEST(SpawnTraces, AreKeptApartIfTheOutermostCallDiffers) {
  EXPECT_NE(&kept(trace(0x3001)), &kept(trace(0x3002)));
  EXPECT_NE(&kept(trace(0x3001)), &kept(trace(0x3001, 6)));
}

TEST(SpawnTraces, AreTheSameForThreadsThatKeepThemAtOnce) {
  constexpr std::size_t thread_count = 4;
  constexpr std::uintptr_t traces = 1000;
  std::array<std::vector<const spawn_trace *>, thread_count> seen;
  {
    std::vector<std::jthread> threads;
    for (auto &each : seen)
      threads.emplace_back([&each] {
        for (std::uintptr_t at = 0; at != traces; ++at)
          each.push_back(&kept(trace(0x10000 + at)));
      });
  }
  for (const auto &each : seen)
    EXPECT_EQ(each, seen[0]);
}

// In a process of its own, whose spawns are not known any more.
TEST(SpawnTraces, BeyondThoseThatAreKeptHaveNoAddress) {
  const auto fill = [] {
    const spawn_trace *const first = &kept(trace(0x3000));
    bool some_are_lost = false;
    for (std::uintptr_t at = 0; at != 100'000; ++at)
      some_are_lost |= kept(trace(0x100000 + at)).count == 0;
    std::_Exit(some_are_lost && first == &kept(trace(0x3000)) ? 0 : 1);
  };
  EXPECT_EXIT(fill(), testing::ExitedWithCode(0), "");
}

} // namespace
