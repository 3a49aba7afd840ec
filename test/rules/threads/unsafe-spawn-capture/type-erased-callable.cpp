// RUN: %check_rule %s coro-unsafe-spawn-capture
// Most home-made pools take a std::function.

#include "local_ptr.h"
#include <functional>

class ThreadPool {
public:
  void
  enqueue([[clang::annotate("corolint::spawns")]] std::function<void()> job);
};

struct Stats {
  int hits = 0;
};

// Found at the capture 'stats': the closure is what travels, not its wrapper.
void count(ThreadPool &pool, const lib::local_ptr<Stats> &stats) {
  pool.enqueue([stats] { ++stats->hits; });
  // CHECK: :[[@LINE-1]]:17: warning: 'stats' is copied into a task that another thread may run; 'lib::local_ptr<Stats>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:8: note: 'enqueue' starts the task here
  // CHECK: :[[@LINE-4]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: nothing but a plain value travels.
void count_some(ThreadPool &pool, const lib::local_ptr<Stats> &stats) {
  pool.enqueue([hits = stats->hits] { static_cast<void>(hits); });
}
