// RUN: %check_rule %s coro-blocking-call
// Classes that own a thread and do not wait for it.

#include "lazy.h"
#include <thread>

void index_files();

class fire_and_forget {
public:
  ~fire_and_forget() { thread_.detach(); }

private:
  std::jthread thread_{index_files};
};

struct observer {
  std::jthread *thread = nullptr;
  ~observer() { thread = nullptr; }
};

lib::task<void> look_around(std::jthread &worker) {
  fire_and_forget files;
  observer eye{&worker};
  co_return;
}
// CHECK-NONE
