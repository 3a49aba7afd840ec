// RUN: %check_rule %s coro-race-across-await
// Locals, parameters by value and captures by value are the frame's own.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>

lib::task<std::shared_ptr<int>> connect();
lib::task<std::string> load(int key);

lib::task<void> all(std::map<int, std::string> known) {
  std::map<int, std::string> cache;
  if (!cache.contains(1))
    cache[1] = co_await load(1);
  if (!known.contains(1))
    known[1] = co_await load(1);
  std::shared_ptr<int> mine;
  auto make = [mine]() mutable -> lib::task<void> {
    if (!mine)
      mine = co_await connect();
  };
  co_await make();
}

// CHECK-NONE
