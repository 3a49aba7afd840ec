// RUN: %check_rule %s coro-stale-reference-across-await
// Who changes the table tries to take the lock by a function, and leaves it
// alone if that fails.

#include "async_mutex.h"
#include "lazy.h"
#include <string>
#include <unordered_map>

bool try_lock(lib::async_mutex &mutex);
lib::task<void> tick();

class table {
public:
  lib::task<void> write() {
    auto guard = co_await mutex_.scoped_lock();
    for (auto &[id, name] : names_)
      co_await tick();
  }
  void put(int id, std::string name) {
    if (try_lock(mutex_))
      names_[id] = name;
  }

private:
  lib::async_mutex mutex_;
  std::unordered_map<int, std::string> names_;
};

// CHECK-NONE
