// RUN: %check_rule %s coro-lock-across-await
// Boxes that are empty, unlocked or given away at every suspension.

#include "lazy.h"
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

lib::task<int> fetch(int id);
void keep(std::optional<std::unique_lock<std::mutex>> lock);
std::mutex state;
int value;

lib::task<void> never_engaged() {
  std::optional<std::lock_guard<std::mutex>> lock;
  std::unique_ptr<std::lock_guard<std::mutex>> none;
  value = co_await fetch(1);
}

lib::task<void> emptied() {
  std::optional<std::unique_lock<std::mutex>> lock(std::in_place, state);
  auto owner = std::make_unique<std::lock_guard<std::mutex>>(state);
  ++value;
  lock.reset();
  owner = nullptr;
  value = co_await fetch(2);
  lock.emplace(state);
  ++value;
  lock = std::nullopt;
  value = co_await fetch(3);
}

lib::task<void> unlocked_inside() {
  std::optional<std::unique_lock<std::mutex>> lock(std::in_place, state);
  lock->unlock();
  value = co_await fetch(4);
  lock->lock();
  (*lock).unlock();
  value = co_await fetch(5);
}

lib::task<void> deferred() {
  std::optional<std::unique_lock<std::mutex>> lock(std::in_place, state,
                                                   std::defer_lock);
  value = co_await fetch(6);
}

lib::task<void> given_away() {
  std::optional<std::unique_lock<std::mutex>> lock(std::in_place, state);
  keep(std::move(lock));
  value = co_await fetch(7);
}

struct options {
  bool threaded;
};

lib::task<void> under_one_flag(const options &with) {
  std::optional<std::unique_lock<std::mutex>> lock;
  if (with.threaded)
    lock.emplace(state);
  ++value;
  if (with.threaded)
    lock.reset();
  value = co_await fetch(8);
}

lib::task<void> asked() {
  std::optional<std::unique_lock<std::mutex>> lock;
  if (value > 1)
    lock.emplace(state);
  ++value;
  if (!lock)
    value = co_await fetch(9);
}

// CHECK-NONE
