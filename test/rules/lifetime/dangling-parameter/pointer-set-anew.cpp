// RUN: %check_rule %s coro-dangling-parameter
// What it points to later is not what it was given.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

struct node {
  node *next = nullptr;
};
lib::job<> walk(node *at) {
  co_await tick();
  at = nullptr;
  co_await tick();
  if (at)
    print("x");
}
void start() {
  node first;
  walk(&first);
}

// CHECK-NONE
