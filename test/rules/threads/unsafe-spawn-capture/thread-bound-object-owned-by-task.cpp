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
}

// Found at the argument: moved, and still used on a thread it does not
// belong to.
void give_away(lib::pool &workers) {
  auto window = std::make_unique<Window>();
  workers.spawn(render(std::move(window)));
}
