// RUN: %check_rule %s coro-discarded-task
// Calls that return the object itself: the task is where it was.

#include "lazy.h"
#include <utility>

class request : public lib::task<int> {
public:
  request &retry(int times);
  request &header(const char *name, const char *value);
  request &&ready() && { return std::move(*this); }
};
request get(const char *address);

lib::task<int> load(bool often) {
  auto pending = get("/index");
  pending.header("accept", "text/plain");
  if (often)
    pending.retry(3).header("hurry", "yes");
  co_return co_await pending;
}

lib::task<int> load_at_once() {
  co_return co_await get("/index").retry(3).header("accept", "*");
}

lib::task<int> load_moved() { co_return co_await get("/index").ready(); }

// CHECK-NONE
