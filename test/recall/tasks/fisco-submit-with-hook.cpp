// Repository: FISCO-BCOS/FISCO-BCOS
// Fixed in: 6aecbb155fb07a790266826728eb92323668b595
// A transaction that came from a peer was never submitted: the lazy task was
// kept in a variable that nobody uses.

#include "bcos.h"

#include <functional>
#include <memory>
#include <string>

namespace task = bcos::task;

struct transaction {
  std::string data;
};
struct txpool {
  task::Task<int> submit_with_hook(std::unique_ptr<transaction> tx,
                                   std::function<void()> hook);
  void broadcast(const std::string &data);
};

void on_tree_push(std::shared_ptr<txpool> pool, std::string data) {
  auto tx = std::make_unique<transaction>(data);
  task::wait([data](std::shared_ptr<txpool> pool,
                    std::unique_ptr<transaction> tx) -> task::Task<void> {
    try {
      [[maybe_unused]] auto result = // BUG: coro-discarded-task
          pool->submit_with_hook(std::move(tx),
                                 [data, pool]() { pool->broadcast(data); });
    } catch (const std::exception &) {
    }
    co_return;
  }(pool, std::move(tx)));
}
