// RUN: %check_rule %s coro-unsafe-spawn-capture
// The lambda that travels keeps another one.

#include "executor.h"
#include "local_ptr.h"

struct Player {
  int score = 0;
};

// Found at the capture 'award' in the second lambda, with a note that 'player'
// is captured in the first.
void reward(lib::pool &workers, const lib::local_ptr<Player> &player) {
  auto award = [player](int points) { player->score += points; };
  award(1);
  workers.post([award] { award(10); });
  // CHECK: :[[@LINE-1]]:17: warning: 'award' is copied into a task that another thread may run; 'lib::local_ptr<Player>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-4]]:17: note: captured as 'player'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-4]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-5]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: the closure stays here, its result travels.
void report(lib::pool &workers, const lib::local_ptr<Player> &player) {
  auto score = [player] { return player->score; };
  workers.post([now = score()] { static_cast<void>(now); });
}
