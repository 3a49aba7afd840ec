// RUN: %check_rule %s coro-stale-reference-across-await
// A handler begins where the try block was suspended.

#include "lazy.h"
#include <map>
#include <string>

lib::task<void> tick();
void log(const std::string &text);

class registry {
public:
  lib::task<void> touch(int id) {
    std::string &name = names_[id];
    // CHECK: :[[@LINE-1]]:18: warning: the reference 'name' into 'names_' is used after a suspension; 'names_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+5]]:7: note: suspends here
    // CHECK: :[[@LINE+6]]:11: note: used here afterwards
    // CHECK: :[[@LINE+30]]:30: note: 'names_' is changed here, in 'drop'
    // CHECK: :[[@LINE-5]]:18: note: copy what is needed, or look it up in 'names_' again after the suspension
    try {
      co_await tick();
    } catch (...) {
      log(name);
    }
  }
  lib::task<void> look_again(int id) {
    try {
      std::string &name = names_[id];
      log(name);
      co_await tick();
    } catch (...) {
      std::string &name = names_[id];
      log(name);
    }
  }
  lib::task<void> look_before(int id) {
    try {
      co_await tick();
    } catch (...) {
    }
    std::string &name = names_[id];
    try {
      log(name);
    } catch (...) {
      log(name);
    }
  }
  void drop(int id) { names_.erase(id); }

private:
  std::map<int, std::string> names_;
};

