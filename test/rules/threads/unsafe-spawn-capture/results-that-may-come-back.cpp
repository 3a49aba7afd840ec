// RUN: %check_rule %s coro-unsafe-spawn-capture
// A callable whose result stays where it is, or may travel.

#include "executor.h"
#include <future>
#include <memory>
#include <string>

class [[clang::annotate("corolint::thread_bound")]] handle {
public:
  handle();
  handle(const handle &);
  int id() const;
};

// Not told to give anything back: the pool drops results.
void dropped(lib::pool &workers) {
  workers.post([] { return handle(); });
}

std::future<std::string> plain() {
  return std::async(std::launch::async, [] { return std::string("done"); });
}

std::future<std::unique_ptr<int>> owned() {
  return std::async(std::launch::async,
                    [] { return std::make_unique<int>(1); });
}

// CHECK-NONE
