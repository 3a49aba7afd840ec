// RUN: %check_rule %s coro-race-across-await
// "If it is not there, make it", with a suspension in between.

#include "lazy.h"
#include <map>
#include <memory>
#include <optional>
#include <string>

struct connection {
  int id = 0;
};

lib::task<std::shared_ptr<connection>> connect();
lib::task<connection *> connect_raw();
lib::task<std::string> load(int key);

class client {
public:
  lib::task<std::shared_ptr<connection>> get() {
    if (!connection_)
      connection_ = co_await connect();
      // CHECK: :[[@LINE-1]]:7: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:10: note: checked here
      // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return connection_;
  }

  lib::task<connection *> get_raw() {
    if (raw_ == nullptr) {
      connection *fresh = co_await connect_raw();
      raw_ = fresh;
      // CHECK: :[[@LINE-1]]:7: warning: 'raw_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:9: note: checked here
      // CHECK: :[[@LINE-4]]:27: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'raw_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
    co_return raw_;
  }

  lib::task<connection> get_optional() {
    if (maybe_.has_value())
      co_return *maybe_;
    auto fresh = co_await connect();
    maybe_.emplace(*fresh);
    // CHECK: :[[@LINE-1]]:5: warning: 'maybe_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
    // CHECK: :[[@LINE-5]]:9: note: checked here
    // CHECK: :[[@LINE-4]]:18: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'maybe_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return *maybe_;
  }

  lib::task<int> get_reset() {
    if (not owned_)
      owned_.reset(co_await connect_raw());
      // CHECK: :[[@LINE-1]]:7: warning: 'owned_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:13: note: checked here
      // CHECK: :[[@LINE-3]]:20: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'owned_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return owned_->id;
  }

private:
  std::shared_ptr<connection> connection_;
  connection *raw_ = nullptr;
  std::optional<connection> maybe_;
  std::unique_ptr<connection> owned_;
};

std::map<int, std::string> cache;

lib::task<std::string> cached(int key) {
  auto it = cache.find(key);
  if (it == cache.end())
    cache.emplace(key, co_await load(key));
    // CHECK: :[[@LINE-1]]:5: warning: 'cache' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
    // CHECK: :[[@LINE-3]]:13: note: checked here
    // CHECK: :[[@LINE-3]]:24: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'cache' again after the suspension, mark it as taken before, or hold an async lock over both
  co_return cache.at(key);
}

lib::task<std::string> cached_by_contains(int key) {
  if (!cache.contains(key))
    cache[key] = co_await load(key);
    // CHECK: :[[@LINE-1]]:5: warning: 'cache' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-3]]:8: note: checked here
    // CHECK: :[[@LINE-3]]:18: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'cache' again after the suspension, mark it as taken before, or hold an async lock over both
  co_return cache.at(key);
}
