// Repository: scylladb/scylladb
// Fixed in: f42776aded70b7005f5ec6a9d8146bb889ccc62e
// The wait for a leader is awaited with a time-out. When the time is over, the
// coroutine goes on in the background, without the lambda that it is part of.

#include "seastar.h"

#include <vector>

class logical_timer {
  struct scheduled {
    long at;
    seastar::lw_shared_ptr<seastar::promise<void>> p;
  };
  std::vector<scheduled> scheduled_;

public:
  long now() const;
  seastar::future<> sleep(long ticks);

  seastar::future<> with_timeout(long at, seastar::future<> f) {
    auto p = seastar::make_lw_shared<seastar::promise<void>>();
    auto result = p->get_future();
    scheduled_.push_back({at, p});
    (void)f.then_wrapped([p](seastar::future<> done) {
      if (!done.failed())
        p->set_value();
    });
    return result;
  }
};

struct environment {
  seastar::future<int> new_server();
  bool is_leader(int id) const;
};

seastar::future<> basic_test(logical_timer &timer) {
  environment env;
  auto leader = co_await env.new_server();
  co_await timer.with_timeout(
      timer.now() + 100,
      [&]() -> seastar::future<> { // BUG: coro-dangling-lambda-capture
        while (true) {
          if (env.is_leader(leader))
            co_return;
          co_await timer.sleep(1);
        }
      }());
}
