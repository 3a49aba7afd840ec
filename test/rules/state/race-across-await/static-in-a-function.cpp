// RUN: %check_rule %s coro-race-across-await
// A static variable of a function is everybody's.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

lib::task<std::shared_ptr<int>> shared() {
  static std::shared_ptr<int> only;
  if (!only)
    only = co_await connect();
  co_return only;
}
