// What the tests of the runtime share.

#ifndef COROLINT_TEST_RUNTIME_SUPPORT_H
#define COROLINT_TEST_RUNTIME_SUPPORT_H

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <atomic>
#include <chrono>
#include <filesystem>
#include <gtest/gtest.h>
#include <utility>

/// Counts how many of it live: frames that are lost keep theirs.
class counted {
public:
  counted() noexcept { ++living_; }
  counted(const counted &) = delete;
  ~counted() { --living_; }
  static int living() noexcept { return living_; }

private:
  static inline std::atomic<int> living_{0};
};

/// Runs what \p body returns on a pool of two workers and on one thread, and
/// expects that nothing of it lives on.
template <class Body> void on_each_runtime(Body body) {
  {
    corolint::rt::runtime pool =
        corolint::rt::runtime::builder{}.workers(2).build();
    pool.block_on(body());
  }
  EXPECT_EQ(counted::living(), 0);
  {
    corolint::rt::current_thread thread;
    thread.block_on(body());
  }
  EXPECT_EQ(counted::living(), 0);
}

/// Is done after \p span; its frame is counted.
inline corolint::rt::task<> sleeps(std::chrono::milliseconds span) {
  const counted alive;
  co_await corolint::rt::sleep_for(span);
}

/// Gives \p value after \p span; its frame is counted.
template <class T>
corolint::rt::task<T> after(std::chrono::milliseconds span, T value) {
  const counted alive;
  co_await corolint::rt::sleep_for(span);
  co_return value;
}

/// Says when it is destroyed, wherever it has been moved to.
template <class Flag> class ends {
public:
  explicit ends(Flag &ended) noexcept : ended_(&ended) {}
  ends(ends &&other) noexcept : ended_(std::exchange(other.ended_, nullptr)) {}
  ~ends() {
    if (ended_)
      *ended_ = true;
  }

private:
  Flag *ended_;
};

/// Suspends until \p holds() does, for ten seconds at most.
template <class Condition> corolint::rt::task<> until(Condition holds) {
  const auto limit =
      std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > limit) {
      ADD_FAILURE() << "what was waited for did not happen";
      co_return;
    }
    co_await corolint::rt::sleep_for(std::chrono::milliseconds(1));
  }
}

/// How many descriptors this process has.
inline std::size_t open_descriptors() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto &each :
       std::filesystem::directory_iterator("/proc/self/fd"))
    ++count;
  return count;
}

#endif
