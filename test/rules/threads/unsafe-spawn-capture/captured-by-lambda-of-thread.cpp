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
  std::jthread prober([=] { static_cast<void>(config->port); });
  std::jthread reloader(
      [mine = config](std::stop_token) { static_cast<void>(mine->port); });
}
