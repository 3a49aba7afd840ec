// RUN: %check_rule %s coro-sync-wait
// Only declared: the name and a task among the arguments tell.

#include "lazy.h"
#include <utility>

template <class T> T syncAwait(lib::task<T> work);

class runtime {
public:
  template <class T> T block_on(lib::task<T> work);
  void run_until_complete(lib::task<void> work);
};

lib::task<int> price(int id);
lib::task<void> refresh();

// Found three times.
lib::task<int> total(runtime &executor) {
  auto pending = refresh();
  executor.run_until_complete(std::move(pending));
  int first = executor.block_on(price(1));
  co_return first + syncAwait(price(2));
}
