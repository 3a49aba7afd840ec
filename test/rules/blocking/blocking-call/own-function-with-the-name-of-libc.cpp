// RUN: %check_rule %s coro-blocking-call
// link, pause, access, select and wait are ordinary words.

#include "lazy.h"
#include <vector>

struct track {
  bool paused = false;
  track *next = nullptr;
};

void link(track &first, track &second) { first.next = &second; }
track *select(std::vector<track> &all, int index);

namespace {
struct account {
  int rights;
};
bool access(const account &who, int right) { return who.rights & right; }
} // namespace

static void pause(track &playing) { playing.paused = true; }

lib::task<void> queue(std::vector<track> &all, const account &who) {
  if (!access(who, 4))
    co_return;
  track *chosen = select(all, 0);
  link(all.front(), *chosen);
  pause(*chosen);
}
// CHECK-NONE
