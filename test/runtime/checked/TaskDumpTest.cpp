// What a dump of a checked build says of each task.

#include "../Support.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/checked.hpp"
#include "corolint/rt/dump.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <coroutine>
#include <source_location>
#include <string>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

unsigned here(std::source_location at = std::source_location::current()) {
  return at.line();
}

/// Those whose outermost function is \p function.
std::vector<rt::task_dump> tasks_of(const std::string &function) {
  std::vector<rt::task_dump> found;
  for (rt::task_dump &each : rt::dump().tasks)
    if (each.function.function == function)
      found.push_back(std::move(each));
  return found;
}

/// Waits until there is one such task, and it waits, for ten seconds at most.
rt::task_dump waiting_task_of(const std::string &function) {
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (std::chrono::steady_clock::now() < limit) {
    const std::vector<rt::task_dump> found = tasks_of(function);
    if (found.size() == 1 && found[0].state == rt::task_state::waiting)
      return found[0];
    rt::allow_blocking("other workers go on",
                       [] { std::this_thread::sleep_for(1ms); });
  }
  ADD_FAILURE() << "no task of " << function << " waits\n"
                << rt::to_text(rt::dump());
  return {.id = 0};
}

std::string name_of(const std::string &file) {
  return file.substr(file.rfind('/') + 1);
}

rt::runtime pool() { return rt::runtime::builder{}.workers(2).build(); }

unsigned lock_line, lock_caller_line;
rt::task<> takes_the_lock(rt::mutex &lock) {
  lock_line = here() + 1;
  const auto held = co_await lock.lock();
}
rt::task<> wants_the_lock(rt::mutex &lock) {
  lock_caller_line = here() + 1;
  co_await takes_the_lock(lock);
}

TEST(TaskDump, TellsTheChainOfAwaitsAndWhatIsWaitedFor) {
  rt::runtime all = pool();
  rt::mutex lock;
  all.block_on([](rt::mutex &lock) -> rt::task<> {
    auto held = co_await lock.lock();
    const unsigned spawned = here() + 1;
    auto handle = rt::spawn(wants_the_lock(lock));
    const rt::task_dump waits = waiting_task_of("wants_the_lock");
    EXPECT_EQ(waits.waits_for, "a mutex");
    EXPECT_EQ(name_of(waits.function.file), "TaskDumpTest.cpp");
    EXPECT_EQ(name_of(waits.spawned.file), "TaskDumpTest.cpp");
    EXPECT_EQ(waits.spawned.line, spawned);
    EXPECT_EQ(waits.awaits.size(), 2u);
    if (waits.awaits.size() == 2) {
      EXPECT_EQ(waits.awaits[0].function, "takes_the_lock");
      EXPECT_EQ(waits.awaits[0].line, lock_line);
      EXPECT_EQ(waits.awaits[1].function, "wants_the_lock");
      EXPECT_EQ(waits.awaits[1].line, lock_caller_line);
      EXPECT_EQ(waits.awaits[1].file, waits.function.file);
    }
    held.unlock();
    co_await std::move(handle);
  }(lock));
}

rt::task<> dumps_itself() {
  co_await rt::yield();
  const rt::program_dump all = rt::dump();
  for (const rt::task_dump &each : all.tasks) {
    if (each.function.function != "dumps_itself")
      continue;
    EXPECT_EQ(each.state, rt::task_state::running);
    EXPECT_TRUE(each.awaits.empty());
    EXPECT_FALSE(each.since);
    EXPECT_TRUE(std::any_of(
        all.workers.begin(), all.workers.end(),
        [&](const rt::worker_dump &at) { return at.task == each.id; }));
    co_return;
  }
  ADD_FAILURE() << "it is not in its own dump";
}

TEST(TaskDump, KnowsWhichWorkerRunsTheTaskThatAsks) {
  rt::runtime all = pool();
  all.block_on([]() -> rt::task<> { co_await rt::spawn(dumps_itself()); }());
}

rt::task<> looks_at_its_group(bool &seen) {
  // Within the call of `join`, on the stack of the task that calls it.
  const std::vector<rt::task_dump> found = tasks_of("joins_who_looks");
  EXPECT_EQ(found.size(), 1u);
  seen = !found.empty() && found[0].state == rt::task_state::running;
  co_return;
}
rt::task<> joins_who_looks(bool &seen) {
  co_await rt::join(looks_at_its_group(seen), looks_at_its_group(seen));
}

TEST(TaskDump, CountsATaskAsRunningWhileItsBranchesBegin) {
  rt::runtime all = pool();
  bool seen = false;
  all.block_on(joins_who_looks(seen));
  EXPECT_TRUE(seen);
}

rt::task<> never_began() { co_return; }

TEST(TaskDump, ListsATaskThatHasNotBegunAsReady) {
  rt::current_thread one;
  one.block_on([]() -> rt::task<> {
    auto handle = rt::spawn(never_began());
    const std::vector<rt::task_dump> found = tasks_of("never_began");
    EXPECT_EQ(found.size(), 1u);
    if (!found.empty()) {
      EXPECT_EQ(found[0].state, rt::task_state::ready);
      EXPECT_TRUE(found[0].awaits.empty());
      EXPECT_TRUE(found[0].since);
    }
    co_await std::move(handle);
  }());
  EXPECT_TRUE(tasks_of("never_began").empty());
}

rt::task<> ends_at_once() { co_return; }
rt::task<> waits_for_the_event(rt::event &go) { co_await go.wait(); }
rt::task<> joins_both(rt::event &go) {
  co_await rt::join(ends_at_once(), waits_for_the_event(go));
}

TEST(TaskDump, LeavesOutABranchThatHasEndedBeforeItsGroup) {
  rt::runtime all = pool();
  rt::event go;
  all.block_on([](rt::event &go) -> rt::task<> {
    auto handle = rt::spawn(joins_both(go));
    const rt::task_dump branch = waiting_task_of("waits_for_the_event");
    EXPECT_EQ(branch.waits_for, "an event");
    EXPECT_EQ(branch.awaits.size(), 2u);
    EXPECT_EQ(waiting_task_of("joins_both").waits_for,
              "the end of all branches");
    EXPECT_TRUE(tasks_of("ends_at_once").empty());
    go.set();
    co_await std::move(handle);
  }(go));
}

TEST(TaskDump, TellsForHowLongATaskHasWaited) {
  rt::runtime all = pool();
  rt::event go;
  all.block_on([](rt::event &go) -> rt::task<> {
    auto handle = rt::spawn(waits_for_the_event(go));
    const auto first = waiting_task_of("waits_for_the_event").since;
    co_await rt::sleep_for(200ms);
    const auto second = waiting_task_of("waits_for_the_event").since;
    EXPECT_TRUE(first && second);
    // Its steps are coarse, and machines are busy; it grows all the same.
    EXPECT_GT(second.value_or(0ms), first.value_or(0ms) + 50ms);
    go.set();
    co_await std::move(handle);
  }(go));
}

rt::task<> cannot_be_stopped(rt::event &go) {
  co_await rt::shield(waits_for_the_event(go));
}

TEST(TaskDump, SaysThatATaskWasAskedToStop) {
  rt::runtime all = pool();
  rt::event go;
  all.block_on([](rt::event &go) -> rt::task<> {
    auto handle = rt::spawn(cannot_be_stopped(go));
    EXPECT_FALSE(waiting_task_of("cannot_be_stopped").is_stopped);
    handle.abort();
    const std::vector<rt::task_dump> found = tasks_of("cannot_be_stopped");
    EXPECT_EQ(found.size(), 1u);
    EXPECT_TRUE(!found.empty() && found[0].is_stopped);
    go.set();
    while (!handle.is_done())
      co_await rt::sleep_for(1ms);
  }(go));
}

/// Resumes whom it suspends on a thread of its own, when it is told.
struct by_another_thread {
  std::atomic<bool> &go;
  std::thread &resumer;

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> suspended) {
    resumer = std::thread([&go = go, suspended] {
      while (!go)
        std::this_thread::sleep_for(1ms);
      suspended.resume();
    });
  }
  void await_resume() const noexcept {}
};

rt::task<> waits_outside(std::atomic<bool> &go, std::thread &resumer) {
  co_await by_another_thread{go, resumer};
}
rt::task<> leaves_the_runtime(std::atomic<bool> &go, std::thread &resumer,
                              rt::event &then) {
  co_await waits_outside(go, resumer);
  co_await then.wait();
}

TEST(TaskDump, KnowsWhereATaskWaitsForWhatIsNotOfThisLibrary) {
  rt::runtime all = pool();
  std::atomic<bool> go = false;
  std::thread resumer;
  rt::event then;
  all.block_on([](std::atomic<bool> &go, std::thread &resumer,
                  rt::event &then) -> rt::task<> {
    auto handle = rt::spawn(leaves_the_runtime(go, resumer, then));
    const rt::task_dump outside = waiting_task_of("leaves_the_runtime");
    EXPECT_EQ(outside.waits_for, "'by_another_thread'");
    EXPECT_EQ(outside.awaits.size(), 1u);
    if (!outside.awaits.empty()) {
      EXPECT_EQ(outside.awaits[0].function, "waits_outside");
    }
    go = true;
    // It has run up to the event.
    rt::allow_blocking("it ends soon", [&] { resumer.join(); });
    EXPECT_EQ(waiting_task_of("leaves_the_runtime").waits_for, "an event");
    then.set();
    co_await std::move(handle);
  }(go, resumer, then));
}

TEST(TaskDump, LeavesOutWhatIsMoreThanAsked) {
  rt::current_thread one;
  one.block_on([]() -> rt::task<> {
    std::vector<rt::join_handle<void>> handles;
    for (int i = 0; i != 10; ++i)
      handles.push_back(rt::spawn(never_began()));
    const rt::program_dump some = rt::dump(4);
    EXPECT_EQ(some.tasks.size(), 4u);
    EXPECT_GE(some.live_tasks, 11u);
    for (auto &each : handles)
      co_await std::move(each);
  }());
}

rt::task<> sends(rt::sender<int> to) {
  for (int i = 0; i != 8; ++i)
    if (!co_await to.send(i))
      break;
}
rt::task<> receives(rt::receiver<int> from) {
  for (;;) {
    // GCC 12 does not get along with a co_await in the condition.
    const auto got = co_await from.receive();
    if (!got)
      break;
    co_await rt::yield();
  }
}
rt::task<> sleeps() { co_await rt::sleep_for(10s); }

/// Begins, ends, stops and unwinds tasks in every way there is.
rt::task<> busy(std::atomic<bool> &done, rt::mutex &lock) {
  while (!done) {
    auto [to, from] = rt::channel<int>(2);
    co_await rt::join(sends(std::move(to)), receives(std::move(from)));
    co_await rt::select(sleeps(), ends_at_once());
    auto dropped = rt::spawn(sleeps());
    {
      auto held = co_await lock.lock();
      co_await rt::yield();
    }
    co_await rt::with_scope([](rt::scope &all) -> rt::task<> {
      for (int i = 0; i != 4; ++i)
        all.spawn(sleeps());
      all.spawn(ends_at_once());
      co_await rt::yield();
      all.stop();
    });
    auto ended = rt::spawn(ends_at_once());
    co_await std::move(ended);
  }
}

TEST(TaskDump, IsTakenThousandsOfTimesWhileTasksComeAndGo) {
  rt::runtime all = rt::runtime::builder{}.workers(3).build();
  std::atomic<bool> done = false;
  std::atomic<std::size_t> seen = 0;
  rt::mutex lock;
  std::vector<std::thread> lookers;
  for (int i = 0; i != 2; ++i)
    lookers.emplace_back([&] {
      for (int times = 0; times != 1500; ++times) {
        const rt::program_dump now = rt::dump();
        for (const rt::task_dump &each : now.tasks) {
          EXPECT_LE(each.awaits.size(), 16u);
          for (const rt::dump_place &at : each.awaits)
            EXPECT_EQ(name_of(at.file), "TaskDumpTest.cpp");
        }
        seen += now.tasks.size();
      }
      done = true;
    });
  all.block_on([](std::atomic<bool> &done, rt::mutex &lock) -> rt::task<> {
    co_await rt::with_scope([&](rt::scope &tasks) -> rt::task<> {
      for (int i = 0; i != 6; ++i)
        tasks.spawn(busy(done, lock));
      co_return;
    });
  }(done, lock));
  for (std::thread &each : lookers)
    each.join();
  EXPECT_GT(seen, 3000u);
}

} // namespace
