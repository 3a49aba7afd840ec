// Repository: alibaba/yalantinglibs
// Fixed in: f12c8638285741694f36b4b67cd9c20eb8de5802
// A call of a remote function forwarded references to its arguments into a
// lazy coroutine; a caller that awaits it later gave it temporaries.

#include "async_simple.h"

#include <string>

using async_simple::coro::Lazy;

Lazy<int> write(std::string buffer);
template <class... Args> std::string pack(Args &&...args) {
  return (std::string() + ... + args);
}

class rpc_client {
  bool has_closed_ = false;

public:
  template <class... Args> Lazy<int> call(Args &&...args) {
    return call_for(std::chrono::seconds(5), std::forward<Args>(args)...);
  }

  template <class... Args>
  Lazy<int> call_for(std::chrono::seconds time, Args &&...args) {
    if (has_closed_)
      co_return -1;
    co_await async_simple::coro::Yield{};
    co_return co_await write(pack(std::forward<Args>(args)...));
  }
};

int echo_twice(rpc_client &client, const std::string &text) {
  auto first = client.call(text + "1");  // BUG: coro-dangling-parameter
  auto second = client.call(text + "2"); // BUG: coro-dangling-parameter
  return async_simple::coro::syncAwait(std::move(first)) +
         async_simple::coro::syncAwait(std::move(second));
}
