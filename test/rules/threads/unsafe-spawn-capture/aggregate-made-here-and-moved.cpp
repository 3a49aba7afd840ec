// RUN: %check_rule %s coro-unsafe-spawn-capture
// An aggregate that is made here and moved away, as a factory would.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Palette {
  int colours = 256;
};

struct Scene {
  std::string title;
  lib::local_ptr<Palette> palette;
};

// Handles are copied elsewhere, on this thread.
inline lib::local_ptr<Palette> share(const lib::local_ptr<Palette> &palette) {
  return palette;
}

lib::task<void> render(Scene scene);

void render_default(lib::pool &workers) {
  Scene scene{"empty", lib::make_local<Palette>(16)};
  workers.spawn(render(std::move(scene)));
}

void render_named(lib::pool &workers, std::string title) {
  Scene scene{.title = std::move(title), .palette = {}};
  workers.spawn(render(std::move(scene)));
}

void render_nothing(lib::pool &workers) {
  Scene scene;
  workers.spawn(render(std::move(scene)));
}

// CHECK-NONE
