// RUN: %check_rule %s coro-discarded-task
// What an awaited task gives may be dropped unless it is a guard, a task, or
// said to matter.

#include "async_mutex.h"
#include "eager.h"
#include "lazy.h"
#include <memory>
#include <string>
#include <vector>

struct reply {
  int code = 0;
  std::string text;
};
lib::task<reply> send(std::string text);
lib::task<std::unique_ptr<reply>> send_big(std::vector<std::string> lines);
[[nodiscard]] reply last();

lib::async_mutex state_mutex;

// The end of an eager task, awaited without its result.
lib::task<lib::job<>> resolved(lib::job<> work);
lib::task<void> join(lib::job<> work) { co_await resolved(work); }

lib::task<void> run() {
  co_await send("hello");
  co_await send_big({"a", "b"});
  auto guard = co_await state_mutex.scoped_lock();
  if (auto inner = co_await state_mutex.scoped_lock(); last().code == 0)
    co_await send("bye");
}

// A guard that locks itself again: what it takes from the mutex is itself.
class lease {
public:
  ~lease() {
    if (owns_)
      state_mutex.unlock();
  }
  lib::task<lease> make();
  lib::task<void> lock() {
    co_await make();
    owns_ = true;
  }

private:
  bool owns_ = false;
};

// CHECK-NONE
