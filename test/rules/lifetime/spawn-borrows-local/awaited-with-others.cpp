// RUN: %check_rule %s coro-spawn-borrows-local
// What takes it stands under a co_await.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <boost/asio.hpp>

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

struct group {
  lib::task<> wait();
};
group both(lib::task<> a, lib::task<> b);
lib::task<> limited(lib::task<> work);
lib::task<> run() {
  std::string name = "job";
  co_await both(load(name), tick()).wait();
}

// CHECK-NONE
