// RUN: %check_rule %s coro-race-across-await
// Others set a flag to ask for something; one loop does it and clears the flag.

#include "lazy.h"

lib::task<void> woken();
lib::task<void> drain();

class node {
public:
  void ask() { wanted_ = true; }
  void forget() { wanted_ = false; }
  lib::task<void> serve() {
    while (true) {
      co_await woken();
      if (wanted_) {
        co_await drain();
        wanted_ = false;
      }
    }
  }

private:
  bool wanted_ = false;
};

// CHECK-NONE
