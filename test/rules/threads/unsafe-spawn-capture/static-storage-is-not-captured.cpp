// RUN: %check_rule %s coro-unsafe-spawn-capture
// A lambda does not carry what lives as long as the program.

#include "executor.h"
#include "local_ptr.h"

struct Limits {
  int connections = 0;
};

lib::local_ptr<Limits> global_limits;

void start(lib::pool &workers) {
  static lib::local_ptr<Limits> limits = global_limits;
  static thread_local lib::local_ptr<Limits> own_limits;
  workers.post([=] {
    static_cast<void>(limits->connections);
    static_cast<void>(own_limits->connections);
    static_cast<void>(global_limits->connections);
  });
}

// CHECK-NONE
