// Repository: FISCO-BCOS/FISCO-BCOS
// Fixed in: ad25e34a6224f783d115455d03880ccc9e3dd2a4
// Before the message was sent the lock was "released", which takes it from the
// guard and leaves the mutex locked, in this co_await and for ever.

#include "bcos.h"

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

struct session {
  bool active() const;
  bcos::task::Task<void> send(std::string message);
};

class service {
  std::mutex sessions_mutex_;
  std::map<std::string, std::shared_ptr<session>> sessions_;
  std::string id_;

public:
  bcos::task::Task<void> send_by_id(std::string node, std::string message) {
    if (node == id_)
      co_return;
    std::shared_ptr<session> to;
    std::unique_lock lock(sessions_mutex_);
    auto it = sessions_.find(node);
    if (it != sessions_.end() && it->second->active())
      to = it->second;
    lock.release(); // BUG: coro-lock-across-await
    if (!to)
      throw std::runtime_error("no network established");
    co_await to->send(std::move(message));
  }
};
