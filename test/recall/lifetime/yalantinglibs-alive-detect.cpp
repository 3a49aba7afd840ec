// Repository: alibaba/yalantinglibs
// Fixed in: 3d90e1cb2863ca3b5d1cf7b506c17447a5410545
// A host that cannot be reached is watched in the background, with the
// configuration of the client that was given up: it is destroyed right away.

#include "async_simple.h"

#include <memory>
#include <string>

using async_simple::coro::Lazy;

struct client_config {
  std::string host, port;
};
class rpc_client {
  client_config config_;

public:
  explicit rpc_client(client_config config) : config_(std::move(config)) {}
  const client_config &get_config() const { return config_; }
  Lazy<bool> connect();
};

class client_pool : public std::enable_shared_from_this<client_pool> {
  std::unique_ptr<rpc_client> free_;
  std::chrono::milliseconds wait_{1000};

  static Lazy<void> alive_detect(const client_config &config,
                                 std::weak_ptr<client_pool> watcher) {
    while (auto self = watcher.lock()) {
      auto client = std::make_unique<rpc_client>(config);
      if (co_await client->connect()) {
        self->free_ = std::move(client);
        co_return;
      }
      auto wait = self->wait_;
      self = nullptr;
      co_await coro_io::sleep_for(wait);
    }
  }

public:
  static Lazy<void> reconnect(std::unique_ptr<rpc_client> client,
                              std::weak_ptr<client_pool> watcher) {
    for (int i = 0; i < 3; ++i)
      if (co_await client->connect())
        co_return;
    alive_detect(client->get_config(), // BUG: coro-spawn-borrows-local
                 watcher)
        .start([](auto &&) {});
    client = nullptr;
  }
};
