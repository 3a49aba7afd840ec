// RUN: %check_rule %s coro-unsafe-spawn-capture
// Joined before the scope ends, but at the same time until then.

#include "executor.h"
#include "local_ptr.h"

struct Board {
  int moves = 0;
};

lib::task<void> search(lib::local_ptr<Board> board, int depth);

// Found at both arguments 'board': the two tasks run at once.
lib::task<void> best_move(lib::local_ptr<Board> board) {
  lib::scope scope;
  scope.spawn(search(board, 3));
  scope.spawn(search(board, 4));
  co_await scope.join();
}
