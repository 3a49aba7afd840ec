// RUN: %check_rule %s coro-unsafe-spawn-capture
// An object that lives on one thread is destroyed where its last owner ends.

#include "executor.h"
#include <memory>

class [[clang::annotate("corolint::thread_bound")]] Window {
public:
  void set_title(const char *title);
};

class Dialog : public Window {};

lib::task<void> render(std::unique_ptr<Window> window);

// Found at 'dialog': the task may be its last owner.
void keep(lib::pool &workers, std::shared_ptr<Dialog> dialog) {
  workers.post([dialog] {});
  // CHECK: :[[@LINE-1]]:17: warning: 'dialog' is copied into a task that another thread may run; 'Dialog' belongs to the thread that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-3]]:17: note: use it on this thread only, and hand the task the plain values that it needs
}

// Found at the argument: moved, and still used on a thread it does not
// belong to.
void give_away(lib::pool &workers) {
  auto window = std::make_unique<Window>();
  workers.spawn(render(std::move(window)));
  // CHECK: :[[@LINE-1]]:24: warning: 'window' is moved into a task that another thread may run; 'Window' belongs to the thread that made it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-3]]:24: note: use it on this thread only, and hand the task the plain values that it needs
}
