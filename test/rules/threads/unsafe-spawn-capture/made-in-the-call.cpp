// RUN: %check_rule %s coro-unsafe-spawn-capture
// A value that is made in the call itself has no other owner.

#include "executor.h"
#include "local_ptr.h"
#include <thread>

struct Draft {
  int words = 0;
};

struct Printer {
  lib::local_ptr<Draft> draft;
  void operator()() {}
};

// Handles are copied elsewhere, on this thread.
inline lib::local_ptr<Draft> share(const lib::local_ptr<Draft> &draft) {
  return draft;
}

lib::task<void> save(lib::local_ptr<Draft> draft);

void save_new(lib::pool &workers) {
  workers.spawn(save(lib::local_ptr<Draft>(Draft{100})));
  workers.spawn(save(lib::make_local<Draft>(100)));
  workers.post([draft = lib::make_local<Draft>(100)] {});
  workers.post(Printer{lib::make_local<Draft>(100)});
  std::thread([](lib::local_ptr<Draft>) {}, lib::make_local<Draft>(1)).detach();
}

// CHECK-NONE
