// RUN: %check_rule %s coro-lock-across-await
// An aggregate that carries its guard as a public member.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

struct locked_value {
  std::unique_lock<std::mutex> lock;
  int &value;
};

locked_value open();

// Found at 'view'.
lib::task<void> send_locked() {
  locked_value view = open();
  co_await send(view.value);
}

// Not found: the member is unlocked.
lib::task<void> send_unlocked() {
  locked_value view = open();
  int copy = view.value;
  view.lock.unlock();
  co_await send(copy);
}

// Not found: the member is moved out and dropped.
lib::task<void> send_moved() {
  locked_value view = open();
  int copy = view.value;
  {
    auto lock = std::move(view.lock);
  }
  co_await send(copy);
}
