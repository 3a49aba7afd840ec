// RUN: %check_rule %s coro-unsafe-spawn-capture
// A macro spawns; the argument is the user's.

#include "executor.h"
#include "local_ptr.h"

#define IN_BACKGROUND(pool, call) (pool).spawn(call)

struct Ticket {
  int seat = 0;
};

lib::task<void> print(lib::local_ptr<Ticket> ticket);

// Found at the argument 'ticket' in this line, not inside the macro.
void sell(lib::pool &workers, const lib::local_ptr<Ticket> &ticket) {
  IN_BACKGROUND(workers, print(ticket));
}
