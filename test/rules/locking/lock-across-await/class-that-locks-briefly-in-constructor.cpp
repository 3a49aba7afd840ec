// RUN: %check_rule %s coro-lock-across-await
// Locking in the constructor and unlocking in the destructor makes no guard if
// each of them also does the opposite.

#include "lazy.h"
#include <mutex>

lib::task<void> ping();

class registration {
public:
  registration() {
    mutex.lock();
    ++count;
    mutex.unlock();
  }
  registration(const registration &) = delete;
  ~registration() {
    mutex.lock();
    --count;
    mutex.unlock();
  }

private:
  static inline std::mutex mutex;
  static inline int count;
};

lib::task<void> serve() {
  registration alive;
  co_await ping();
}
// CHECK-NONE
