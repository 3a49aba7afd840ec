// RUN: %check_rule %s coro-spawn-borrows-local
// Whoever awaits the member does so later.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <vector>

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

class queue {
public:
  void add() {
    std::string name = "job";
    waiting_.push_back(load(name));
    // CHECK: :[[@LINE-1]]:29: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-2]]:5: note: the task is stored here
    // CHECK: :[[@LINE-10]]:9: note: 'name' is used here, once the task is awaited
    // CHECK: :[[@LINE-5]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
  }

private:
  std::vector<lib::task<>> waiting_;
};

