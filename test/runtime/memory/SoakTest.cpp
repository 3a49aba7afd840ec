// Random trees of tasks over everything that the runtime has, stopped at random
// moments. Whatever happens, nothing is left: no task, timer, descriptor, lock
// or byte. (Tasks and timers are in frames, which are bytes; a timer that is
// left behind by its frame is found by the address sanitizer.)
//
// COROLINT_SOAK_SEED repeats the trees of a run, though not what the processor
// makes of them; COROLINT_SOAK_SECONDS says for how long.

#include "../Support.h"
#include "Memory.h"
#include "World.h"
#include "corolint/rt/detail/frame_pool.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

std::uint64_t number_from(const char *variable, std::uint64_t otherwise) {
  const char *const text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 0) : otherwise;
}

rt::task<> tree(world &around, dice fate) {
  const counted alive;
  co_await grow(around, fate, 4);
}

/// Lets some trees grow, and cuts them down at some time.
rt::task<> garden(world &around, dice fate) {
  std::vector<rt::join_handle<void>> trees;
  for (unsigned count = 4 + fate.roll(12); count != 0; --count)
    trees.push_back(rt::spawn(tree(around, fate.another())));
  for (auto &each : trees) {
    if (fate.roll(2) == 0)
      co_await rt::sleep_for(std::chrono::microseconds(fate.roll(4000)));
    else
      co_await rt::yield();
    switch (fate.roll(3)) {
    case 0:
      each = {};
      break;
    case 1:
      if (fate.roll(8) == 0) {
        std::move(each).detach(); // until the end of the runtime
        break;
      }
      [[fallthrough]];
    default:
      each.abort();
      try {
        co_await std::move(each);
      } catch (const std::exception &) {
      }
    }
  }
}

void round(dice fate) {
  const auto around = std::make_unique<world>();
  if (fate.roll(4) == 0) {
    rt::current_thread thread;
    if (fate.roll(2) == 0)
      thread.pause_clock();
    thread.block_on(garden(*around, fate));
  } else {
    rt::runtime pool = rt::runtime::builder{}
                           .workers(1 + fate.roll(4))
                           .blocking_limit(1 + fate.roll(4))
                           .build();
    pool.block_on(garden(*around, fate));
  }
  EXPECT_EQ(counted::living(), 0);
  EXPECT_TRUE(around->is_at_rest());
}

TEST(Soak, OfStopsAtRandomMomentsLeavesNothingBehind) {
  const std::uint64_t seed =
      number_from("COROLINT_SOAK_SEED", std::random_device()());
  const std::chrono::seconds span(number_from("COROLINT_SOAK_SECONDS", 5));
  std::cout << "COROLINT_SOAK_SEED=" << seed << std::endl;
  const auto before = rt::set_lost_failure_handler(
      [](std::exception_ptr) noexcept {}); // they are meant to be lost

  std::uint64_t rounds = 0;
  const auto soak = [&](std::chrono::steady_clock::time_point end) {
    // What a thread keeps for its next tasks goes with the thread.
    std::jthread([&] {
      do {
        const std::uint64_t of_round = seed + rounds++;
        SCOPED_TRACE("COROLINT_SOAK_SEED=" + std::to_string(of_round));
        round(dice(of_round));
      } while (!testing::Test::HasFailure() &&
               std::chrono::steady_clock::now() < end);
    });
  };
  soak({}); // whatever is made once is made here
  const std::int64_t bytes = bytes_in_use();
  const std::size_t frames = rt::detail::frames_out();
  const std::size_t descriptors = open_descriptors();
  soak(std::chrono::steady_clock::now() + span);
  EXPECT_EQ(bytes_in_use(), bytes);
  EXPECT_EQ(rt::detail::frames_out(), frames); // not from operator new
  EXPECT_EQ(open_descriptors(), descriptors);
  std::cout << rounds << " rounds" << std::endl;
  rt::set_lost_failure_handler(before);
}

} // namespace
