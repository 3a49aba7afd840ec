// Repository: scylladb/seastar
// Fixed in: d82946d45e46b1f01d658a8543632be32839d75b
// What is called spinner is the future, not the lambda: that was a temporary,
// and the loop of the coroutine reads its captures after each yield.

#include "seastar.h"

seastar::future<> test_maybe_yield() {
  int var = 0;
  bool done = false;
  auto spinner =
      [&]() -> seastar::future<> { // BUG: coro-dangling-lambda-capture
    while (!done) {
      ++var;
      co_await seastar::yield();
    }
  }();
  int snapshot = var;
  for (int changes = 0; changes < 10; ++changes) {
    while (snapshot == var)
      co_await seastar::yield();
    snapshot = var;
  }
  done = true;
  co_await std::move(spinner);
}
