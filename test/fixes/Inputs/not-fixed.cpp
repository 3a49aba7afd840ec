// Nothing of this is changed: what is meant, or what compiles, is not certain.
#include "eager.h"
#include "lazy.h"

lib::task<void> save(int id);
#define SAVE(id) save(id)

void plain_function() { save(1); }
lib::task<void> kept_and_cast() {
  auto pending = save(2);
  (void)save(3);
  SAVE(4);
  try {
    co_await save(5);
  } catch (...) {
    save(6);
  }
}
lib::job<> tick();
lib::job<> runs_on() {
  tick();
  save(7);
  co_return;
}
