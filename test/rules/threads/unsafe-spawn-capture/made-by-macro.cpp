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
  // CHECK: :[[@LINE-1]]:32: warning: 'ticket' is copied into a task that another thread may run; 'lib::local_ptr<Ticket>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:3: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-14]]:42: note: expanded from macro 'IN_BACKGROUND'
  // CHECK: :[[@LINE-5]]:3: note: hand the task a value of its own, or share it through a type that is thread-safe
}
