// RUN: %check_rule %s coro-sync-wait
// The task is inside of the argument: in a list, or made by a callable.

#include "lazy.h"
#include <functional>
#include <utility>
#include <vector>

lib::task<int> price(int id);

class runtime {
public:
  int block_on(std::function<lib::task<int>()> make);
  static void sync_wait(std::vector<lib::task<int>> all);
};

// Found: a callable that returns a task.
lib::task<int> total(runtime &executor) {
  co_return executor.block_on([] { return price(1); });
}

// Found: a list of tasks.
lib::task<void> warm_up() {
  std::vector<lib::task<int>> all;
  all.push_back(price(1));
  all.push_back(price(2));
  runtime::sync_wait(std::move(all));
  co_return;
}
