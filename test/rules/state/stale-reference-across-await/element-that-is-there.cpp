// RUN: %check_rule %s coro-stale-reference-across-await
// What is asked for by its key to do something is there in most code; what is
// assigned by its key may be new.

#include "lazy.h"
#include <string>
#include <unordered_map>
#include <vector>

lib::task<void> tick();
void use(const std::string &name);

class groups {
public:
  lib::task<void> stop() {
    for (auto &[id, members] : groups_)
      co_await tick();
  }
  void leave(int id) { groups_[id].pop_back(); }

private:
  std::unordered_map<int, std::vector<int>> groups_;
};

class names {
public:
  lib::task<void> show() {
    for (auto &[id, name] : names_)
    // CHECK: :[[@LINE-1]]:29: warning: 'names_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:27: note: goes on here afterwards
    // CHECK: :[[@LINE+5]]:43: note: 'names_' is changed here, in 'rename'
    // CHECK: :[[@LINE-5]]:29: note: loop over a copy of 'names_', or hold an async lock that its changes take, too
      co_await tick();
  }
  void set_name(int id, std::string name) { rename(id, name); }
  void rename(int id, std::string name) { names_[id] = name; }

private:
  std::unordered_map<int, std::string> names_;
};

