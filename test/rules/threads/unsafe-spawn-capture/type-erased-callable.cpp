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
}

// Not found: nothing but a plain value travels.
void count_some(ThreadPool &pool, const lib::local_ptr<Stats> &stats) {
  pool.enqueue([hits = stats->hits] { static_cast<void>(hits); });
}
