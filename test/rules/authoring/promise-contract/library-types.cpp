// RUN: %check_rule %s coro-promise-contract
// What a library promises is its own matter.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

boost::asio::awaitable<int> count() { co_return 1; }

boost::asio::awaitable<void> use() { co_await count(); }

// CHECK-NONE
