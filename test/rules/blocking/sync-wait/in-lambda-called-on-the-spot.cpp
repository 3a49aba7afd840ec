// RUN: %check_rule %s coro-sync-wait
// A plain lambda inside a coroutine cannot await either.

#include "lazy.h"
#include <string>

lib::task<std::string> fetch(int id);

template <class Make> std::string wrapped(Make make) {
  return "<p>" + make();
}

// Found at the call of the lambda.
lib::task<std::string> page(int id) {
  const std::string body = [&] {
  // CHECK: :[[@LINE-1]]:28: warning: the lambda waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE+5]]:17: note: the lambda calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:24: note: 'page' is a coroutine
  // CHECK: :[[@LINE-4]]:28: note: co_await the task instead
    if (id < 0)
      return std::string("nothing");
    return lib::sync_wait(fetch(id));
  }();
  co_return "<p>" + body;
}

// Found at the call of the helper, which calls the lambda.
lib::task<std::string> wrapped_page(int id) {
  co_return wrapped([=] { return lib::sync_wait(fetch(id)); });
  // CHECK: :[[@LINE-1]]:13: warning: 'wrapped' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-21]]:18: note: 'wrapped' calls the lambda here
  // CHECK: :[[@LINE-3]]:39: note: the lambda calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-5]]:24: note: 'wrapped_page' is a coroutine
  // CHECK: :[[@LINE-5]]:13: note: co_await the task instead
}
