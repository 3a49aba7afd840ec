// RUN: %check_rule %s coro-ignored-error
// What is thrown is caught, by its type, its base or by everything.

#include "detaching.h"
#include <stdexcept>

lib::task<> tick();
void log(const char *text);
lib::task<> exactly(int id) {
  try {
    co_await tick();
    if (id < 0)
      throw id;
  } catch (int) {
    log("no such id");
  }
}
lib::task<> by_base() {
  try {
    co_await tick();
    throw std::runtime_error("disk full");
  } catch (const std::exception &error) {
    log(error.what());
  }
}
lib::task<> outside_of_another() {
  try {
    try {
      co_await tick();
      throw std::runtime_error("disk full");
    } catch (const std::logic_error &) {
    }
  } catch (...) {
    log("failed");
  }
}
lib::task<> whole() try {
  co_await tick();
  throw 1;
} catch (...) {
  log("failed");
}

void start() {
  lib::go(exactly(1));
  lib::go(by_base());
  lib::go(outside_of_another());
  lib::go(whole());
}

// CHECK-NONE
