// RUN: %check_rule %s coro-stale-reference-across-await
// What is found again after the suspension is fresh.

#include "lazy.h"
#include <map>
#include <vector>

struct room {
  int guests = 0;
  lib::task<void> open();
};

lib::task<int> ask();

class hotel {
public:
  void demolish(int number) { rooms_.erase(number); }
  void build() { list_.push_back({}); }

  lib::task<void> again(int number) {
    auto it = rooms_.find(number);
    if (it == rooms_.end())
      co_return;
    const int guests = co_await ask();
    it = rooms_.find(number);
    if (it != rooms_.end())
      it->second.guests = guests;
  }

  lib::task<void> restarted() {
    for (auto it = rooms_.begin(); it != rooms_.end();) {
      const int number = it->first;
      co_await it->second.open();
      it = rooms_.upper_bound(number);
    }
  }

  lib::task<void> by_index() {
    for (unsigned i = 0; i < list_.size(); ++i)
      co_await list_[i].open();
  }

  lib::task<void> leaves_the_loop() {
    for (auto &each : list_)
      if (each.guests == 0) {
        co_await each.open();
        break;
      }
  }

  lib::task<void> used_before_only() {
    auto &first = list_.front();
    first.guests = 1;
    co_await ask();
    auto &second = list_.front();
    second.guests = 2;
  }

private:
  std::map<int, room> rooms_;
  std::vector<room> list_;
};

// CHECK-NONE
