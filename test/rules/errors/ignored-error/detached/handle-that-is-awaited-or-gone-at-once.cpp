// RUN: %check_rule %s coro-ignored-error
// Awaited on a path; stopped before it has run; given to another; harmless.

#include "detaching.h"

lib::task<> tick();
lib::task<> watch(int id) {
  co_await tick();
  throw id;
}
lib::task<> safe() { co_await tick(); }
void keep(lib::handle handle);

lib::task<> works(bool patient) {
  auto watching = lib::spawn(watch(1));
  co_await tick();
  if (patient)
    co_await watching;
}
lib::task<> stops() {
  co_await tick();
  auto watching = lib::spawn(watch(2));
}
lib::task<> stops_in_a_block() {
  {
    auto watching = lib::spawn(watch(2));
  }
  co_await tick();
}
lib::task<> gives() {
  auto watching = lib::spawn(watch(3));
  co_await tick();
  keep(std::move(watching));
}
lib::task<> ends_well() {
  auto running = lib::spawn(safe());
  co_await tick();
}

// CHECK-NONE
