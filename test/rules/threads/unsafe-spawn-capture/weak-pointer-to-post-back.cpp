// RUN: %check_rule %s coro-unsafe-spawn-capture
// A worker carries a weak pointer to a window and hands it back to the loop of
// the window: the way every UI toolkit teaches.

#include "executor.h"
#include <memory>

class [[clang::annotate("corolint::thread_bound")]] Window {
public:
  void show(int value);
};

int compute();
lib::task<void> show(std::weak_ptr<Window> window, int value);

void compute_for(lib::pool &workers, lib::loop &loop,
                 const std::shared_ptr<Window> &window) {
  std::weak_ptr<Window> target = window;
  workers.post([target, &loop] { loop.spawn(show(target, compute())); });
}

// CHECK-NONE
