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
    if (id < 0)
      return std::string("nothing");
    return lib::sync_wait(fetch(id));
  }();
  co_return "<p>" + body;
}

// Found at the call of the helper, which calls the lambda.
lib::task<std::string> wrapped_page(int id) {
  co_return wrapped([=] { return lib::sync_wait(fetch(id)); });
}
