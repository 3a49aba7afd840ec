// RUN: %check_rule %s coro-dangling-this
// The task owns its object.

#include "executor.h"
#include <boost/asio.hpp>
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::pool *pool;
  lib::task<> run(std::shared_ptr<session> self) {
    co_await tick();
    use(id);
  }
  lib::task<> keep() {
    auto self = shared_from_this();
    co_await tick();
    use(id);
  }
  void start(boost::asio::thread_pool &threads) {
    pool->spawn(run(shared_from_this()));
    pool->spawn(keep());
    boost::asio::co_spawn(
        threads,
        [this, self = shared_from_this()]() -> boost::asio::awaitable<void> {
          co_await boost::asio::this_coro::executor;
          use(id);
        },
        boost::asio::detached);
  }
};

// CHECK-NONE
