// RUN: %check_rule %s coro-stale-reference-across-await
// Copies: of the container, of an element, of what is needed of it.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct session {
  int id = 0;
  lib::task<void> ping();
};

lib::task<void> wait();
void log(const std::string &text);

class server {
public:
  void join(std::shared_ptr<session> who) { sessions_.push_back(who); }
  void leave(int id) { by_id_.erase(id); }
  void rename(std::string name) { name_ = name; }

  lib::task<void> broadcast() {
    const auto now = sessions_;
    for (auto &each : now)
      co_await each->ping();
    for (auto &each : std::vector(sessions_))
      co_await each->ping();
    for (auto each : std::exchange(sessions_, {}))
      co_await each->ping();
  }

  lib::task<void> one(int id) {
    auto mine = by_id_.at(id);
    co_await mine->ping();
    co_await mine->ping();
    session *raw = by_id_.at(id).get();
    raw->id = 1;
    co_await wait();
  }

  lib::task<void> text() {
    std::string name = name_;
    const auto length = name_.size();
    co_await wait();
    log(name);
    log(std::to_string(length));
  }

private:
  std::vector<std::shared_ptr<session>> sessions_;
  std::map<int, std::shared_ptr<session>> by_id_;
  std::string name_;
};

// CHECK-NONE
