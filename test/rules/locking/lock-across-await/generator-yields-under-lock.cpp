// RUN: %check_rule %s coro-lock-across-await
// A generator that yields under a lock: its consumer decides for how long.

#include "eager.h"
#include <mutex>
#include <vector>

std::mutex names_mutex;
std::vector<int> names;

// Found, in the words for generators.
lib::generator<int> each_name() {
  std::scoped_lock lock(names_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this generator is suspended; its consumer may be another thread, or never come back [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:20: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  for (int name : names)
    co_yield name;
}

// Not found: a copy is handed out.
lib::generator<int> each_name_of_copy() {
  std::vector<int> copy;
  {
    std::scoped_lock lock(names_mutex);
    copy = names;
  }
  for (int name : copy)
    co_yield name;
}
