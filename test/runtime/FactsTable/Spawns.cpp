// spawns: runs on another thread than the caller's, and outlives the caller.
// spawns_local: the same on the caller's thread, and never on another.
// offloads: runs on a thread that may be blocked. no_context: sees no values
// that are local to the task.

#include "Work.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/task_local.hpp"
#include <vector>

namespace {

/// What a task tells of where and when it runs.
struct trace {
  std::thread::id caller;
  std::thread::id runner;
  std::atomic<bool> has_run{false};
  std::atomic<bool> caller_has_gone{false};
  std::atomic<bool> ended{false};
};

rt::task<> traced(trace &into) {
  into.runner = std::this_thread::get_id();
  into.has_run = true;
  co_await until([&] { return into.caller_has_gone.load(); });
  into.ended = true;
}

/// A callable, and an argument, that comes to the traced task.
struct traced_callable {
  trace *into;
  rt::task<> operator()() const { return traced(*into); }
  rt::task<> operator()(trace *given) const { return traced(*given); }
};

/// \p start lets a traced task run and does not wait for it.
template <class Start> void expect_runs_anywhere_and_outlives(Start start) {
  trace told;
  on_two_threads([&]() -> rt::task<> {
    auto caller = [&]() -> rt::task<> {
      told.caller = std::this_thread::get_id();
      start(told);
      hold_thread_until([&] { return told.has_run.load(); });
      co_return;
    };
    co_await rt::spawn(caller());
    EXPECT_NE(told.runner, told.caller);
    EXPECT_FALSE(told.ended);
    told.caller_has_gone = true;
    co_await until([&] { return told.ended.load(); });
  });
}

} // namespace

FACT(spawns, "join_set::spawn(work)") {
  // The set lives on, the caller does not.
  rt::join_set<void> set;
  expect_runs_anywhere_and_outlives(
      [&](trace &told) { set.spawn(traced(told)); });
}

FACT(spawns, "spawn(args)") {
  expect_runs_anywhere_and_outlives(
      [](trace &told) { rt::spawn(traced_callable{nullptr}, &told).detach(); });
}

FACT(spawns, "spawn(f)") {
  expect_runs_anywhere_and_outlives(
      [](trace &told) { rt::spawn(traced_callable{&told}).detach(); });
}

FACT(spawns, "spawn(work)") {
  expect_runs_anywhere_and_outlives(
      [](trace &told) { rt::spawn(traced(told)).detach(); });
}

namespace {

template <class Start> void expect_stays_here_and_outlives(Start start) {
  constexpr int count = 20;
  std::thread::id here;
  std::vector<trace> told(count);
  on_two_threads([&]() -> rt::task<> {
    auto caller = [&]() -> rt::task<> {
      here = std::this_thread::get_id();
      for (trace &each : told)
        start(each);
      co_return;
    };
    co_await rt::spawn(caller());
    co_await until([&] {
      for (const trace &each : told)
        if (!each.has_run)
          return false;
      return true;
    });
    for (trace &each : told) {
      EXPECT_EQ(each.runner, here);
      EXPECT_FALSE(each.ended);
      each.caller_has_gone = true;
    }
    for (trace &each : told)
      co_await until([&] { return each.ended.load(); });
  });
}

} // namespace

FACT(spawns_local, "spawn_local(args)") {
  expect_stays_here_and_outlives([](trace &told) {
    rt::spawn_local(traced_callable{nullptr}, &told).detach();
  });
}

FACT(spawns_local, "spawn_local(f)") {
  expect_stays_here_and_outlives(
      [](trace &told) { rt::spawn_local(traced_callable{&told}).detach(); });
}

FACT(spawns_local, "spawn_local(work)") {
  expect_stays_here_and_outlives(
      [](trace &told) { rt::spawn_local(traced(told)).detach(); });
}

FACT(offloads, "spawn_blocking(f)") {
  on_one_thread([]() -> rt::task<> {
    std::atomic<bool> released{false};
    auto releases = [&]() -> rt::task<> {
      released = true;
      co_return;
    };
    auto other = rt::spawn(releases());
    auto holds_its_thread = [&] {
      hold_thread_until([&] { return released.load(); });
      return std::this_thread::get_id();
    };
    EXPECT_NE(co_await rt::spawn_blocking(holds_its_thread),
              std::this_thread::get_id());
    co_await std::move(other);
  });
}

FACT(no_context, "spawn_blocking(f)") {
  static const rt::task_local<int> name;
  on_one_thread([]() -> rt::task<> {
    auto looks = []() -> rt::task<> {
      EXPECT_EQ(name.get_or(0), 1);
      EXPECT_EQ(co_await rt::spawn_blocking([] { return name.get_or(0); }), 0);
    };
    co_await name.with(1, looks());
  });
}
