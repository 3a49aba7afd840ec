// RUN: %check_rule %s coro-unsafe-spawn-capture
// Captures of a lambda that a thread runs: by copy, by default, as init.

#include "local_ptr.h"
#include <thread>

struct Config {
  int port = 80;
};

// Found at each capture: by name, by default copy, and under a new name.
void serve(lib::local_ptr<Config> config) {
  std::jthread listener([config] { static_cast<void>(config->port); });
  // CHECK: :[[@LINE-1]]:26: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:16: note: the constructor of 'std::jthread' starts the task here
  // CHECK: :[[@LINE-4]]:26: note: hand the task a value of its own, or share it through a type that is thread-safe
  std::jthread prober([=] { static_cast<void>(config->port); });
  // CHECK: :[[@LINE-1]]:47: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:16: note: the constructor of 'std::jthread' starts the task here
  // CHECK: :[[@LINE-4]]:47: note: hand the task a value of its own, or share it through a type that is thread-safe
  std::jthread reloader(
      [mine = config](std::stop_token) { static_cast<void>(mine->port); });
      // CHECK: :[[@LINE-1]]:8: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
      // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
      // CHECK: :[[@LINE-4]]:16: note: the constructor of 'std::jthread' starts the task here
      // CHECK: :[[@LINE-4]]:8: note: hand the task a value of its own, or share it through a type that is thread-safe
}
