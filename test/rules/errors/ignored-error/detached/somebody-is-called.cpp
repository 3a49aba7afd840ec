// RUN: %check_rule %s coro-ignored-error
// A handler is called with the failure, or nobody says what becomes of it.

#include "detaching.h"
#include <boost/asio.hpp>

namespace asio = boost::asio;

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}
asio::awaitable<void> serve() {
  throw 1;
  co_return;
}
void tell();

void start(asio::io_context &context) {
  lib::spawn(save(1)).on_failure(tell);
  co_spawn(context, serve(), [](std::exception_ptr failure) {
    if (failure)
      tell();
  });
  auto told = co_spawn(context, serve(), asio::use_future);
}

// CHECK-NONE
