// RUN: %check_rule %s coro-unsafe-spawn-capture
// Moving a copy gives away one owner, not the shared state.

#include "executor.h"
#include "local_ptr.h"

struct Map {
  int tiles = 0;
};

lib::task<void> draw(lib::local_ptr<Map> map);

// Found at the moved 'copy': 'map' of the caller counts in the same integer.
void draw_copy(lib::pool &workers, const lib::local_ptr<Map> &map) {
  auto copy = map;
  workers.spawn(draw(std::move(copy)));
}

// Found at 'map': a const value is copied, whatever std::move says.
void draw_const(lib::pool &workers) {
  const lib::local_ptr<Map> map(Map{12});
  workers.spawn(draw(std::move(map)));
}

// Found at the first 'map': two tasks share it.
void draw_twice(lib::pool &workers) {
  lib::local_ptr<Map> map(Map{12});
  workers.spawn(draw(map));
  workers.spawn(draw(std::move(map)));
}
