// RUN: %check_rule %s coro-stale-reference-across-await
// What only this frame can reach.

#include "lazy.h"
#include <map>
#include <string>
#include <vector>

struct row {
  lib::task<void> store();
  void done();
};

lib::task<std::vector<row>> load();

lib::task<void> copy_all(std::vector<row> given) {
  std::vector<row> rows = co_await load();
  rows.push_back({});
  auto &first = rows.front();
  co_await first.store();
  first.done();
  for (auto &each : rows)
    co_await each.store();
  for (auto &each : given)
    co_await each.store();
  for (auto &each : co_await load())
    co_await each.store();
}

struct batch {
  std::vector<row> rows;
};

void fill(batch &into) { into.rows.push_back({}); }

lib::task<void> of_a_local() {
  batch mine;
  fill(mine);
  for (auto &each : mine.rows)
    co_await each.store();
}

// CHECK-NONE
