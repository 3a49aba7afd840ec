// RUN: %check_rule %s coro-unsafe-spawn-capture
// Closures that are returned and stored: nobody says that a thread runs them.

#include "local_ptr.h"
#include <functional>
#include <map>
#include <string>
#include <thread>

struct Menu {
  int entries = 0;
};

std::map<std::string, std::function<void()>> actions;

std::function<int()> counter(const lib::local_ptr<Menu> &menu) {
  actions["clear"] = [menu] { menu->entries = 0; };
  return [menu] { return menu->entries; };
}

void save(const lib::local_ptr<Menu> &menu) {
  auto count = counter(menu);
  std::thread([entries = count()] { static_cast<void>(entries); }).detach();
}

// CHECK-NONE
