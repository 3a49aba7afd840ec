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
  // CHECK: :[[@LINE-1]]:22: warning: 'board' is copied into a task that another thread may run; 'lib::local_ptr<Board>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:9: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
  scope.spawn(search(board, 4));
  // CHECK: :[[@LINE-1]]:22: warning: 'board' is copied into a task that another thread may run; 'lib::local_ptr<Board>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:9: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
  co_await scope.join();
}
