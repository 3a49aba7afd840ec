// RUN: %check_rule %s coro-spawn-borrows-local
// The task is stored as a part of something, or put there from a variable.

#include "lazy.h"
#include <string>
#include <vector>

lib::task<> tick();
void print(const std::string &text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}
lib::task<> load_copy(std::string name) {
  co_await tick();
  print(name);
}

struct entry {
  int number;
  lib::task<> work;
};

class queue {
public:
  void adds(int number) {
    std::string name = "job";
    waiting_.push_back(entry{number, load(name)});
    // CHECK: :[[@LINE-1]]:43: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-2]]:5: note: the task is stored here
    // CHECK: :[[@LINE-19]]:9: note: 'name' is used here, once the task is awaited
    // CHECK: :[[@LINE-5]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
  }

  void adds_what_it_kept(int number) {
    std::string name = "job";
    auto work = load(name);
    // CHECK: :[[@LINE-1]]:22: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE+3]]:5: note: the task is stored here
    // CHECK: :[[@LINE-28]]:9: note: 'name' is used here, once the task is awaited
    // CHECK: :[[@LINE-5]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
    waiting_.push_back(entry{number, std::move(work)});
  }

  void adds_a_copy(int number) {
    std::string name = "job";
    waiting_.push_back(entry{number, load_copy(name)});
  }

  lib::task<> awaits(int number) {
    std::string name = "job";
    entry own{number, load(name)};
    co_await own.work;
  }

private:
  std::vector<entry> waiting_;
};
