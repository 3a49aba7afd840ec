// RUN: %check_rule %s coro-unsafe-spawn-capture
// Nobody knows what is behind a declaration.

#include "executor.h"
#include <memory>

class Engine;
struct Opaque;

struct Car {
  std::shared_ptr<Engine> engine;
  Opaque *handle = nullptr;
};

lib::task<void> drive(Car car);
template <class T> lib::task<void> drive_any(T car);

void race(lib::pool &workers, const Car &car) {
  workers.spawn(drive(car));
  workers.post([engine = car.engine] {});
}

// Not instantiated: nothing is known of T.
template <class T> void race_any(lib::pool &workers, const T &car) {
  workers.spawn(drive_any(car));
}

// CHECK-NONE
