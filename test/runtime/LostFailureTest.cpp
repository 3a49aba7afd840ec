#include "Support.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

/// Collects what is lost while it lives, in the order of the alphabet.
class lost_failures {
public:
  lost_failures() {
    const std::lock_guard held(lock_);
    lost_.clear();
    before_ = rt::set_lost_failure_handler(collect);
  }
  ~lost_failures() { rt::set_lost_failure_handler(before_); }

  std::vector<std::string> all() const {
    const std::lock_guard held(lock_);
    std::vector<std::string> sorted = lost_;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }

private:
  static void collect(std::exception_ptr failure) noexcept {
    const std::lock_guard held(lock_);
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception &error) {
      lost_.push_back(error.what());
    }
  }

  static inline std::mutex lock_;
  static inline std::vector<std::string> lost_;
  rt::lost_failure_handler before_;
};

rt::task<> throws(std::string what, int turns = 0) {
  const counted alive;
  while (turns-- != 0)
    co_await rt::yield();
  throw std::runtime_error(what);
}

rt::task<> shielded() { co_await rt::shield(sleeps(5ms)); }

TEST(LostFailure, OfADetachedTaskIsPrintedUnlessAHandlerIsSet) {
  testing::internal::CaptureStderr();
  on_each_runtime([]() -> rt::task<> {
    rt::spawn(throws("nobody looks")).detach();
    co_await rt::sleep_for(1ms);
    co_await until([] { return counted::living() == 0; });
  });
  const std::string printed = testing::internal::GetCapturedStderr();
  EXPECT_NE(printed.find("nobody looks"), std::string::npos) << printed;
}

TEST(LostFailure, OfADetachedTaskDisturbsNobodyElse) {
  const lost_failures lost;
  on_each_runtime([]() -> rt::task<> {
    auto good = rt::spawn(after(5ms, 7));
    for (int i = 0; i != 100; ++i)
      rt::spawn(throws("x")).detach();
    EXPECT_EQ(co_await std::move(good), 7);
  });
  EXPECT_EQ(lost.all().size(), 200u);
}

TEST(LostFailure, IsEachFailureOfAJoinButTheFirst) {
  const lost_failures lost;
  rt::current_thread thread;
  EXPECT_THROW(thread.block_on([]() -> rt::task<> {
    co_await rt::join(throws("second", 2), throws("first"), throws("third", 4));
  }()),
               std::runtime_error);
  EXPECT_EQ(lost.all(), (std::vector<std::string>{"second", "third"}));
}

TEST(LostFailure, IsThatOfATaskWhoseHandleIsDroppedWhileItRuns) {
  const lost_failures lost;
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on([]() -> rt::task<> {
    static std::atomic<bool> runs;
    runs = false;
    auto dropped = rt::spawn([]() -> rt::task<> {
      runs = true;
      std::this_thread::sleep_for(5ms); // notices no stop
      throw std::runtime_error("too late");
      co_return;
    });
    co_await until([] { return runs.load(); });
  }());
  pool.block_on(until([&] { return lost.all().size() == 1; }));
  EXPECT_EQ(lost.all(), (std::vector<std::string>{"too late"}));
}

TEST(LostFailure, IsEachFailureOfAScopeButTheFirst) {
  const lost_failures lost;
  rt::current_thread thread;
  EXPECT_THROW(thread.block_on([]() -> rt::task<> {
    co_await rt::with_scope([](rt::scope &tasks) -> rt::task<> {
      tasks.spawn(throws("a"));
      tasks.spawn(throws("b"));
      throw std::runtime_error("body");
      co_return;
    });
  }()),
               std::runtime_error);
  EXPECT_EQ(lost.all(), (std::vector<std::string>{"a", "b"}));
}

/// Stops a task that awaits the operation of \p make, one of whose tasks has
/// failed, and another one lasts.
template <class Make> void stop_after_a_failure(Make make) {
  const lost_failures lost;
  rt::current_thread thread;
  thread.block_on([](Make make) -> rt::task<> {
    auto handle = rt::spawn([](Make make) -> rt::task<> {
      auto &&operation = make();
      static_cast<void>(co_await operation);
      ADD_FAILURE() << "went on";
    }(make));
    co_await rt::sleep_for(2ms);
    handle.abort();
    bool stopped = false;
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
      stopped = true;
    }
    EXPECT_TRUE(stopped);
  }(make));
  EXPECT_EQ(lost.all(), (std::vector<std::string>{"unseen"}));
}

TEST(LostFailure, IsThatOfABranchWhoseParentIsStoppedBeforeItSeesIt) {
  stop_after_a_failure([] { return rt::join(throws("unseen"), sleeps(1h)); });
  stop_after_a_failure(
      [] { return rt::finally(throws("unseen"), sleeps(5ms)); });
  stop_after_a_failure([] {
    return rt::with_scope([](rt::scope &tasks) -> rt::task<> {
      tasks.spawn(shielded());
      tasks.spawn(throws("unseen"));
      co_return;
    });
  });
}

TEST(LostFailure, IsNotWhatWasCaught) {
  const lost_failures lost;
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(throws("caught"));
    bool caught = false;
    try {
      co_await std::move(handle);
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
  EXPECT_TRUE(lost.all().empty());
}

} // namespace
