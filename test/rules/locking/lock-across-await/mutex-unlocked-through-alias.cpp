// RUN: %check_rule %s coro-lock-across-await
// A mutex locked by hand is unlocked under another name.

#include "lazy.h"
#include <memory>
#include <mutex>

lib::task<void> send(int value);

struct shared_state {
  std::mutex mutex;
  int value = 0;
};

lib::task<void> locked_by_alias(shared_state &state) {
  auto &mutex = state.mutex;
  mutex.lock();
  int copy = state.value;
  state.mutex.unlock();
  co_await send(copy);
}

lib::task<void> unlocked_by_alias(std::shared_ptr<shared_state> state) {
  state->mutex.lock();
  shared_state &s = *state;
  int copy = s.value;
  s.mutex.unlock();
  co_await send(copy);
}

lib::task<void> locked_by_pointer(shared_state &state) {
  std::mutex *mutex = &state.mutex;
  mutex->lock();
  int copy = state.value;
  state.mutex.unlock();
  co_await send(copy);
}
// CHECK-NONE
