// RUN: %check_rule %s coro-discarded-task
// A sender is lazy by definition: it starts when it is connected and started.

#include "lazy.h"

namespace exec {
struct sender_tag {};
struct schedule_sender {
  using sender_concept = sender_tag;
  template <class Receiver> int connect(Receiver) const;
};
struct scheduler {
  schedule_sender schedule() const;
};
template <class Sender> void start_detached(Sender);
} // namespace exec

// Found.
void hop(exec::scheduler pool) { pool.schedule(); }
// CHECK: :[[@LINE-1]]:34: warning: the sender returned by 'schedule' is dropped; it is lazy, so its work never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:34: note: hand it to a function that runs or spawns it, or return it

// Not found: handed on, returned.
void hop_away(exec::scheduler pool) { exec::start_detached(pool.schedule()); }
auto prepare_hop(exec::scheduler pool) { return pool.schedule(); }
