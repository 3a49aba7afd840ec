// RUN: %check_rule %s coro-lock-across-await
// A lock on a file belongs to the process, whoever unlocks it; its lock() says
// whether it succeeded.

#include "lazy.h"
#include <string>

lib::task<void> save(std::string text);

class lock_file {
public:
  explicit lock_file(std::string path);
  bool lock();
  void unlock();
};

lib::task<void> save_exclusively(lock_file &file) {
  if (!file.lock())
    co_return;
  co_await save("text");
  file.unlock();
}
// CHECK-NONE
