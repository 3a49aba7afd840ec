// RUN: %check_rule %s coro-spawn-borrows-local
// Threads and futures that are waited for.

#include <future>
#include <thread>

void use(int id);
void joins() {
  int id = 1;
  std::thread worker([&id] { use(id); });
  worker.join();
}
void joins_itself() {
  int id = 1;
  std::jthread worker([&id] { use(id); });
}
void waits() {
  int id = 1;
  auto done = std::async([&id] { use(id); });
  done.get();
}
void waits_itself() {
  int id = 1;
  auto done = std::async([&id] { use(id); });
}

// CHECK-NONE
