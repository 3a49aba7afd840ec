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
  // CHECK: :[[@LINE-1]]:26: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in 'uses', a plain 'int' that two threads may change at once [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:16: note: the constructor of 'std::jthread' starts the task here
  // CHECK: :[[@LINE-3]]:26: note: hand the task a value of its own, or share it through a type that is thread-safe
  std::jthread prober([=] { static_cast<void>(config->port); });
  // CHECK: :[[@LINE-1]]:47: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in 'uses', a plain 'int' that two threads may change at once [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:16: note: the constructor of 'std::jthread' starts the task here
  // CHECK: :[[@LINE-3]]:47: note: hand the task a value of its own, or share it through a type that is thread-safe
  std::jthread reloader(
      [mine = config](std::stop_token) { static_cast<void>(mine->port); });
      // CHECK: :[[@LINE-1]]:8: warning: 'config' is copied into a task that another thread may run; 'lib::local_ptr<Config>' counts its copies in 'uses', a plain 'int' that two threads may change at once [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-3]]:16: note: the constructor of 'std::jthread' starts the task here
      // CHECK: :[[@LINE-3]]:8: note: hand the task a value of its own, or share it through a type that is thread-safe
}
