// RUN: %check_rule %s coro-sync-wait
// What when_all hands back is ready: its elements need no wait.

#include "results.h"

using concurrencpp::result;

result<int> load(int id);

result<int> pair() {
  auto both = co_await concurrencpp::when_all(load(1), load(2));
  co_return std::get<0>(both).get() + std::get<1>(std::move(both)).get();
}

result<int> bindings() {
  auto [one, two] = co_await concurrencpp::when_all(load(1), load(2));
  co_return one.get() + two.get();
}

result<int> loop(std::vector<result<int>> all) {
  auto waiting = concurrencpp::when_all(std::move(all));
  auto done = co_await std::move(waiting);
  int sum = done.front().get();
  for (auto &each : done)
    sum += each.get();
  co_return sum;
}

result<int> directly() {
  co_return std::get<0>(co_await concurrencpp::when_all(load(1))).get();
}
// CHECK-NONE
