// RUN: %check_rule %s coro-sequential-await
// Both calls read the same stream, which a counted pointer leads to.

#include "client.h"
#include <memory>

struct stream;
cppcoro::task<int> status(std::shared_ptr<stream> of);
cppcoro::task<int> rest(std::shared_ptr<stream> of);
cppcoro::task<> run(std::shared_ptr<stream> answer) {
  auto a = co_await status(answer);
  auto b = co_await rest(answer);
  use(a, b);
}

// CHECK-NONE
