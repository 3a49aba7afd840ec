// RUN: %check_rule %s coro-unsafe-spawn-capture
// The helper spawns a task that gets a plain value out of its parameter; the
// handle itself stays on this thread.

#include "executor.h"
#include "local_ptr.h"
#include <string>
#include <thread>

struct User {
  std::string name;
  int id = 0;
};

lib::task<void> audit(int id);

void log_in(const lib::local_ptr<User> &user) {
  std::thread([name = user->name] { static_cast<void>(name.size()); }).detach();
}

void record(lib::pool &workers, const lib::local_ptr<User> &user) {
  workers.spawn(audit(user->id));
}

void welcome(lib::pool &workers, const lib::local_ptr<User> &user) {
  auto current = user;
  log_in(current);
  record(workers, current);
}

// CHECK-NONE
