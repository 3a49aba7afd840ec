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
  // CHECK: :[[@LINE-1]]:22: warning: 'label' is moved into a task that another thread may run; 'lib::local_ptr<Font>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-10]]:24: note: member 'font' of 'Label' is a 'lib::local_ptr<Font>'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-4]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-5]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Found at the argument: made in the call, from the font of the caller.
void draw_now(lib::pool &workers, const lib::local_ptr<Font> &font) {
  workers.spawn(draw(Label{"Ready", font}));
  // CHECK: :[[@LINE-1]]:22: warning: a value passed here is copied into a task that another thread may run; 'lib::local_ptr<Font>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-20]]:24: note: member 'font' of 'Label' is a 'lib::local_ptr<Font>'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-4]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-5]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
}
