// RUN: %check_rule %s coro-race-across-await
// A second check after the suspension.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>

lib::task<std::shared_ptr<int>> connect();
lib::task<std::string> load(int key);
lib::task<int> count();

class client {
public:
  lib::task<std::shared_ptr<int>> get() {
    if (!connection_) {
      auto fresh = co_await connect();
      if (!connection_)
        connection_ = fresh;
    }
    co_return connection_;
  }

  lib::task<std::string> cached(int key) {
    if (auto it = cache_.find(key); it != cache_.end())
      co_return it->second;
    auto fresh = co_await load(key);
    if (auto it = cache_.find(key); it != cache_.end())
      co_return it->second;
    cache_.emplace(key, fresh);
    co_return fresh;
  }

  lib::task<void> compare_and_set() {
    int n = total_;
    int more = co_await count();
    if (total_ == n)
      total_ = n + more;
  }

  lib::task<void> waits_for_it() {
    while (busy_)
      co_await count();
    busy_ = true;
  }

private:
  std::shared_ptr<int> connection_;
  std::map<int, std::string> cache_;
  int total_ = 0;
  bool busy_ = false;
};

// CHECK-NONE
