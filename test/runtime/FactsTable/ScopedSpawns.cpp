// spawns_scoped: runs on another thread than the caller's, and has ended when
// the caller goes on.

#include "Work.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/timeout.hpp"
#include <vector>

namespace {

std::vector<rt::task<>> range_of(rt::task<> work) {
  std::vector<rt::task<>> all;
  all.push_back(std::move(work));
  all.push_back(wanders());
  return all;
}

rt::stream<int> values_after(rt::task<> work) {
  co_await std::move(work);
  co_yield 1;
}

} // namespace

FACT(spawns_scoped, "finally(cleanup)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::finally(sleeps(1ms), std::move(work));
  });
}

FACT(spawns_scoped, "finally(work)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::finally(std::move(work), sleeps(1ms));
  });
}

FACT(spawns_scoped, "for_each_concurrent(f)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return values_after(std::move(work)) |
           rt::for_each_concurrent(2, [](int) { return wanders(); });
  });
}

FACT(spawns_scoped, "join(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::join(std::move(work), wanders()); });
}

FACT(spawns_scoped, "join_all(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::join_all(range_of(std::move(work))); });
}

FACT(spawns_scoped, "merge(first)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::merge(values_after(std::move(work))) | rt::collect();
  });
}

FACT(spawns_scoped, "merge(more)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::merge(rt::stream<int>(), values_after(std::move(work))) |
           rt::collect();
  });
}

FACT(spawns_scoped, "race(more)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::race(sleeps(1h), std::move(work)); });
}

FACT(spawns_scoped, "race(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::race(std::move(work), sleeps(1h)); });
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::race(range_of(std::move(work))); });
}

FACT(spawns_scoped, "scope::spawn(args)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::with_scope(
        [work = std::move(work)](rt::scope &within) mutable -> rt::task<> {
          within.spawn([](rt::task<> given) { return given; }, std::move(work));
          co_return;
        });
  });
}

FACT(spawns_scoped, "scope::spawn(f)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::with_scope(
        [work = std::move(work)](rt::scope &within) mutable -> rt::task<> {
          within.spawn([] { return wanders(); });
          co_await std::move(work);
        });
  });
}

FACT(spawns_scoped, "scope::spawn(work)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::with_scope(
        [work = std::move(work)](rt::scope &within) mutable -> rt::task<> {
          within.spawn(std::move(work));
          co_return;
        });
  });
}

FACT(spawns_scoped, "select(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::select(std::move(work), sleeps(1h)); });
}

FACT(spawns_scoped, "shield(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::shield(std::move(work)); });
}

FACT(spawns_scoped, "stop_when(work)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::stop_when(std::stop_token(), std::move(work));
  });
}

FACT(spawns_scoped, "task_local::with(work)") {
  const rt::task_local<int> name;
  expect_runs_anywhere_and_ends_before(
      [&](rt::task<> work) { return name.with(1, std::move(work)); });
}

FACT(spawns_scoped, "timeout(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::timeout(1h, std::move(work)); });
}

FACT(spawns_scoped, "timeout_at(work)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::timeout_at(rt::clock::now() + 1h, std::move(work));
  });
}

FACT(spawns_scoped, "try_join(work)") {
  expect_runs_anywhere_and_ends_before(
      [](rt::task<> work) { return rt::try_join(std::move(work), wanders()); });
}

FACT(spawns_scoped, "try_join_all(work)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::try_join_all(range_of(std::move(work)));
  });
}

FACT(spawns_scoped, "with_scope(body)") {
  expect_runs_anywhere_and_ends_before([](rt::task<> work) {
    return rt::with_scope([work = std::move(work)](rt::scope &) mutable {
      return std::move(work);
    });
  });
}
