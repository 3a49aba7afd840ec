// RUN: %check_rule %s coro-unsafe-spawn-capture
// A lambda takes a copy of the whole object along.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Theme {
  int colours = 16;
};

class Page {
public:
  // Found at '*this', with a note that member 'theme_' of 'Page' decides.
  void print(lib::pool &workers) {
    workers.post([*this] { static_cast<void>(theme_->colours); });
    // CHECK: :[[@LINE-1]]:19: warning: '*this' is copied into a task that another thread may run; 'lib::local_ptr<Theme>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE+13]]:25: note: member 'theme_' of 'Page' is a 'lib::local_ptr<Theme>'
    // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
    // CHECK: :[[@LINE-4]]:13: note: 'post' starts the task here
    // CHECK: :[[@LINE-5]]:19: note: hand the task a value of its own, or share it through a type that is thread-safe
  }

  // Not found: the copy of the title is an ordinary value.
  void print_title(lib::pool &workers) {
    workers.post([title = title_] { static_cast<void>(title.size()); });
  }

private:
  std::string title_;
  lib::local_ptr<Theme> theme_;
};
