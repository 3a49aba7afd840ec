// blocking, joins: the calling thread comes back when what it waits for is
// over, and not before.

#include "corolint/rt/blocking.hpp"
#include "Row.h"
#include "corolint/rt/spawn.hpp"
#include <thread>

namespace {

/// Expects that \p join comes back after the task that it is given.
template <class Join> void expect_joins(Join join) {
  std::atomic<bool> released{false}, is_back{false};
  bool was_back_too_early = true;
  auto work = [&]() -> rt::task<> {
    co_await until([&] { return released.load(); });
    was_back_too_early = is_back;
  };
  std::thread caller([&] {
    join(work());
    is_back = true;
  });
  EXPECT_FALSE(is_back);
  released = true;
  caller.join();
  EXPECT_FALSE(was_back_too_early);
}

/// Sets \p ended when it is stopped, a while later.
struct slow_to_end {
  std::atomic<bool> &ended;
  ~slow_to_end() {
    std::this_thread::sleep_for(5ms);
    ended = true;
  }
};

rt::task<> stays(std::atomic<bool> &began, std::atomic<bool> &ended) {
  // NOLINTNEXTLINE(coro-blocking-call): so that the end can be too early
  const slow_to_end at_end{ended};
  began = true;
  co_await rt::sleep_for(1h);
}

rt::task<> leaves_behind(std::atomic<bool> &began, std::atomic<bool> &ended) {
  rt::spawn(stays(began, ended)).detach();
  co_await until([&] { return began.load(); });
}

} // namespace

FACT(blocking, "current_thread::~current_thread") {
  std::atomic<bool> began{false}, ended{false};
  {
    rt::current_thread thread;
    thread.block_on(leaves_behind(began, ended));
    EXPECT_FALSE(ended);
  }
  EXPECT_TRUE(ended);
}

FACT(blocking, "runtime::~runtime") {
  std::atomic<bool> began{false}, ended{false};
  {
    rt::runtime pool = rt::runtime::builder{}.workers(2).build();
    pool.block_on(leaves_behind(began, ended));
    EXPECT_FALSE(ended);
  }
  EXPECT_TRUE(ended);
}

FACT(joins, "block_on") {
  expect_joins([](rt::task<> work) { rt::block_on(std::move(work)); });
}

FACT(joins, "current_thread::block_on") {
  expect_joins([](rt::task<> work) {
    rt::current_thread thread;
    thread.block_on(std::move(work));
  });
}

FACT(joins, "runtime::block_on") {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  expect_joins([&](rt::task<> work) { pool.block_on(std::move(work)); });
}
