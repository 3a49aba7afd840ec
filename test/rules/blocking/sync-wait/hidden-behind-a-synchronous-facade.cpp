// RUN: %check_rule %s coro-sync-wait
// Old interface, new insides: the coroutine does not see that it waits.

#include "lazy.h"
#include <string>

class store {
public:
  lib::task<std::string> load(int key);

  // For callers that are no coroutines yet.
  std::string get(int key) { return lib::sync_wait(load(key)); }
  std::string operator[](int key) { return get(key); }
};

static bool is_known(store &in, int key) { return !in.get(key).empty(); }

// Found: is_known, get, sync_wait.
lib::task<bool> greet(store &in, int key) { co_return is_known(in, key); }

// Found: an operator.
lib::task<std::string> name_of(int key) {
  store local;
  co_return local[key];
}
