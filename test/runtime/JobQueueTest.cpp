#include "Support.h"
#include "corolint/rt/detail/job_queue.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <thread>
#include <vector>

namespace detail = corolint::rt::detail;

namespace {

/// A job that is only counted.
class counted_job final : public detail::job {
public:
  explicit counted_job(detail::scheduler &home) : job(home) {}
  std::coroutine_handle<> end(bool) noexcept override {
    return std::noop_coroutine();
  }
  std::atomic<int> taken{0};
};

struct Deque : testing::Test {
  counted_job &made() { return jobs.emplace_back(home); }

  detail::scheduler home{{.workers = 1, .threads = false}};
  std::deque<counted_job> jobs;
  detail::job_deque deque;
};

TEST_F(Deque, GivesItsOwnerTheNewest) {
  counted_job &first = made(), &second = made();
  EXPECT_TRUE(deque.push(first));
  EXPECT_TRUE(deque.push(second));
  EXPECT_EQ(deque.pop(), &second);
  EXPECT_EQ(deque.pop(), &first);
  EXPECT_EQ(deque.pop(), nullptr);
}

TEST_F(Deque, GivesThievesTheOlderHalf) {
  for (int i = 0; i != 5; ++i)
    deque.push(made());
  detail::job_queue stolen;
  EXPECT_TRUE(deque.steal(stolen));
  for (std::size_t i = 0; i != 3; ++i)
    EXPECT_EQ(stolen.pop_front(), &jobs[i]);
  EXPECT_TRUE(stolen.empty());
  EXPECT_EQ(deque.pop_oldest(), &jobs[3]);
  EXPECT_EQ(deque.pop(), &jobs[4]);
  EXPECT_FALSE(deque.steal(stolen));
}

TEST_F(Deque, IsFullAtItsCapacity) {
  for (std::uint32_t i = 0; i != detail::job_deque::capacity; ++i)
    EXPECT_TRUE(deque.push(made()));
  EXPECT_FALSE(deque.push(made()));
  detail::job_queue older;
  EXPECT_EQ(deque.pop_half(older), detail::job_deque::capacity / 2);
  EXPECT_TRUE(deque.push(jobs.back()));
}

TEST_F(Deque, GivesEachJobToOneOfAllWhoAsk) {
  constexpr int count = 20'000;
  for (int i = 0; i != count; ++i)
    made();
  std::atomic<bool> done{false};
  const auto take = [](detail::job *one) {
    static_cast<counted_job *>(one)->taken.fetch_add(1);
  };
  std::vector<std::thread> thieves;
  for (int i = 0; i != 2; ++i)
    thieves.emplace_back([&] {
      while (!done) {
        detail::job_queue stolen;
        deque.steal(stolen);
        while (detail::job *each = stolen.pop_front())
          take(each);
        std::this_thread::yield();
      }
    });
  for (int i = 0; i != count; ++i) {
    while (!deque.push(jobs[static_cast<std::size_t>(i)]))
      if (detail::job *newest = deque.pop())
        take(newest);
    if (i % 3 == 0)
      if (detail::job *oldest = deque.pop_oldest())
        take(oldest);
  }
  while (detail::job *newest = deque.pop())
    take(newest);
  // A thief may still hold what it has taken.
  done = true;
  for (std::thread &each : thieves)
    each.join();
  EXPECT_TRUE(std::all_of(jobs.begin(), jobs.end(),
                          [](auto &each) { return each.taken == 1; }));
}

} // namespace
