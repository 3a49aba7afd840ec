// RUN: %check_rule %s coro-unsafe-spawn-capture
// The aggregate is new, the handle that it was given is not.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Font {
  int size = 12;
};

struct Label {
  std::string text;
  lib::local_ptr<Font> font;
};

lib::task<void> draw(Label label);

// Found at the moved 'label': its font is shared with the caller.
void draw_text(lib::pool &workers, const lib::local_ptr<Font> &font) {
  Label label{"Ready", font};
  workers.spawn(draw(std::move(label)));
}

// Found at the argument: made in the call, from the font of the caller.
void draw_now(lib::pool &workers, const lib::local_ptr<Font> &font) {
  workers.spawn(draw(Label{"Ready", font}));
}
