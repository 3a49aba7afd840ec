// RUN: %check_rule %s coro-spawn-borrows-local
// Nothing between the start and the wait can throw, or somebody waits then.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
lib::task<> other();
lib::task<> never_fails() noexcept;
lib::task<> both(lib::job<> a, lib::task<> b);
void print(std::string_view text);

struct waits_at_the_end {
  lib::job<> &task;
  ~waits_at_the_end();
};

lib::job<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> at_once() {
  std::string name = "job";
  auto loading = load(name);
  co_await loading;
  co_await other();
}

lib::task<> noexcept_between() {
  std::string name = "job";
  auto loading = load(name);
  co_await never_fails();
  co_await loading;
}

lib::task<> together() {
  std::string name = "job";
  auto loading = load(name);
  co_await both(std::move(loading), other());
}

lib::task<> caught() {
  std::string name = "job";
  auto loading = load(name);
  try {
    co_await other();
  } catch (...) {
    print("failed");
  }
  co_await loading;
}

lib::task<> guarded() {
  std::string name = "job";
  auto loading = load(name);
  waits_at_the_end guard{loading};
  co_await other();
  co_await loading;
}

lib::task<> owned_by_the_task() {
  auto loading = [](std::string name) -> lib::job<> {
    co_await tick();
    print(name);
  }("job");
  co_await other();
  co_await loading;
}

// CHECK-NONE
