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
// CHECK: :[[@LINE-1]]:55: warning: 'is_known' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-5]]:55: note: 'is_known' calls 'get' here
// CHECK: :[[@LINE-10]]:42: note: 'get' calls 'sync_wait' here; it blocks this thread until the task is done
// CHECK: :[[@LINE-4]]:17: note: 'greet' is a coroutine
// CHECK: :[[@LINE-5]]:55: note: co_await the task instead

// Found: an operator.
lib::task<std::string> name_of(int key) {
  store local;
  co_return local[key];
  // CHECK: :[[@LINE-1]]:22: warning: 'operator[]' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-18]]:44: note: 'operator[]' calls 'get' here
  // CHECK: :[[@LINE-20]]:42: note: 'get' calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-6]]:24: note: 'name_of' is a coroutine
  // CHECK: :[[@LINE-5]]:22: note: co_await the task instead
}
