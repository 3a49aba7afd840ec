// What allocates nothing: waiting, and what is built into the frame of who
// awaits it.

#include "../Support.h"
#include "Memory.h"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <cstdint>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

/// How often memory is allocated by awaiting what \p make returns a hundred
/// times, once lists and tables have their size.
template <class Make> rt::task<std::uint64_t> allocations_of(Make make) {
  for (int i = 0; i != 10; ++i)
    static_cast<void>(co_await make());
  const std::uint64_t before = allocations();
  for (int i = 0; i != 100; ++i)
    static_cast<void>(co_await make());
  co_return allocations() - before;
}

rt::task<int> yields_one() {
  co_await rt::yield();
  co_return 1;
}

// Elsewhere a limit is a task that sleeps, one that works, and a race.
TEST(Timeout, AllocatesNothingBesideTheTaskThatItLimits) {
  if (!memory_is_counted)
    GTEST_SKIP();
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    const auto without = co_await allocations_of([] { return yields_one(); });
    const auto with =
        co_await allocations_of([] { return rt::timeout(10s, yields_one()); });
    EXPECT_EQ(with, without);
  }());
}

rt::task<> sleeps_and_sends(std::uint64_t &allocated) {
  rt::mutex m;
  auto [sender, receiver] = rt::channel<int>(1);
  co_await rt::sleep_for(1ms);
  const std::uint64_t before = allocations();
  for (int i = 0; i != 100; ++i) {
    co_await rt::yield();
    const auto held = co_await m.lock();
    static_cast<void>(co_await sender.send(i));
    static_cast<void>(co_await receiver.receive());
  }
  co_await rt::sleep_for(1ms);
  allocated = allocations() - before;
}

TEST(Waiting, AllocatesNothing) {
  if (!memory_is_counted)
    GTEST_SKIP();
  rt::current_thread thread;
  std::uint64_t allocated = 1;
  thread.block_on(sleeps_and_sends(allocated));
  EXPECT_EQ(allocated, 0u);
}

} // namespace
