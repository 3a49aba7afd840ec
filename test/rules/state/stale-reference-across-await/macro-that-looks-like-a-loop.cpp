// RUN: %check_rule %s coro-stale-reference-across-await
// A macro is made a statement by a loop; what comes before its co_await does
// not come after it.

#include "lazy.h"
#include <map>
#include <string>

bool dummy_condition();
#define EXPECT(expression)                                                     \
  do {                                                                         \
    try {                                                                      \
      expression;                                                              \
    } catch (...) {                                                            \
    }                                                                          \
  } while (dummy_condition())

lib::task<void> send(std::string text);

class registry {
public:
  lib::task<void> in_a_macro(int id) {
    std::string &name = names_[id];
    EXPECT(co_await send(name));
  }
  lib::task<void> in_a_loop(int id) {
    std::string &name = names_[id];
    // CHECK: :[[@LINE-1]]:18: warning: the reference 'name' into 'names_' is used after a suspension; 'names_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+5]]:7: note: suspends here
    // CHECK: :[[@LINE+4]]:21: note: used here afterwards
    // CHECK: :[[@LINE+6]]:30: note: 'names_' is changed here, in 'drop'
    // CHECK: :[[@LINE-5]]:18: note: copy what is needed, or look it up in 'names_' again after the suspension
    do
      co_await send(name);
    while (dummy_condition());
  }
  void drop(int id) { names_.erase(id); }

private:
  std::map<int, std::string> names_;
};

