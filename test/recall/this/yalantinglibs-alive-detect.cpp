// Repository: alibaba/yalantinglibs
// Fixed in: 9f1cb641785d7b66873f194dd393d7781a439e00
// The pool is asked for again after the pause, and used whether it is there or
// not: nobody looks at the answer.

#include "async_simple.h"

#include <memory>
#include <vector>

struct client {
  async_simple::coro::Lazy<bool> connect();
};

class client_pool : public std::enable_shared_from_this<client_pool> {
  bool is_alive_ = true;
  std::vector<std::unique_ptr<client>> free_;

  static async_simple::coro::Lazy<void>
  alive_detect(std::weak_ptr<client_pool> watcher) {
    std::shared_ptr<client_pool> self = watcher.lock();
    if (!self)
      co_return;
    auto one = std::make_unique<client>();
    while (true) {
      if (co_await one->connect()) {
        self->free_.push_back(std::move(one));
        self->is_alive_ = true;
        co_return;
      }
      self = nullptr;
      co_await coro_io::sleep_for(std::chrono::seconds(30));
      self = watcher.lock();
      if (self->is_alive_) // BUG: coro-dangling-this
        co_return;
    }
  }

public:
  void on_failure() {
    is_alive_ = false;
    alive_detect(weak_from_this()).start([](auto &&) {});
  }
};
