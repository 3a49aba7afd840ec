// RUN: %check_rule %s coro-blocking-call
// Outside of coroutines everybody may wait.

#include "lazy.h"
#include <chrono>
#include <fstream>
#include <thread>
#include <unistd.h>

lib::task<void> serve(int port);

int read_port() {
  std::ifstream in("port");
  int port = 80;
  in >> port;
  return port;
}

// Returns a task, but is no coroutine: it runs before anything is scheduled.
lib::task<void> start() { return serve(read_port()); }

int main() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  std::jthread background([] { ::sync(); });
  lib::sync_wait(start());
}
// CHECK-NONE
