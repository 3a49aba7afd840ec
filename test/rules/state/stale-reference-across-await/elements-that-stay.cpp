// RUN: %check_rule %s coro-stale-reference-across-await
// Containers whose elements stay where they are when others are added.

#include "lazy.h"
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

struct room {
  lib::task<void> open();
  void close();
};

class hotel {
public:
  void build(int number) {
    by_number_.emplace(number, room());
    hashed_[number];
    list_.push_back({});
    pieces_.push_back({});
    owned_.push_back(std::make_unique<room>());
  }

  lib::task<void> of_map(int number) {
    auto &mine = by_number_.at(number);
    co_await mine.open();
    mine.close();
    for (auto &each : by_number_)
      co_await each.second.open();
  }

  lib::task<void> of_hashed(int number) {
    auto &mine = hashed_[number];
    co_await mine.open();
    mine.close();
  }

  lib::task<void> of_list() {
    for (auto &each : list_)
      co_await each.open();
  }

  lib::task<void> of_deque() {
    auto &front = pieces_.front();
    co_await front.open();
    front.close();
  }

  lib::task<void> of_owners() {
    auto &first = *owned_.front();
    co_await first.open();
    first.close();
  }

private:
  std::map<int, room> by_number_;
  std::unordered_map<int, room> hashed_;
  std::list<room> list_;
  std::deque<room> pieces_;
  std::vector<std::unique_ptr<room>> owned_;
};

// CHECK-NONE
