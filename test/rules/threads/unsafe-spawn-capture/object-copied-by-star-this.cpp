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
  }

  // Not found: the copy of the title is an ordinary value.
  void print_title(lib::pool &workers) {
    workers.post([title = title_] { static_cast<void>(title.size()); });
  }

private:
  std::string title_;
  lib::local_ptr<Theme> theme_;
};
