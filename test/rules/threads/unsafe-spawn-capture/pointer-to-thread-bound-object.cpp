// RUN: %check_rule %s coro-unsafe-spawn-capture
// A plain pointer or reference to an object of the UI thread, to post back to.

#include "executor.h"
#include <memory>
#include <string>
#include <thread>

class [[clang::annotate("corolint::thread_bound")]] Window {
public:
  std::string title() const;
  void post(void (*work)(Window &));
};

lib::task<void> load(Window &window, std::string title);

void open(lib::pool &workers, Window &window) {
  workers.post([&window] { window.post([](Window &) {}); });
  workers.post([target = &window] { target->post([](Window &) {}); });
  workers.post([title = window.title()] { static_cast<void>(title.size()); });
  workers.spawn(load(window, window.title()));
}

// CHECK-NONE
