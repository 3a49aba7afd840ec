// RUN: %check_rule %s coro-thread-local-across-await
// Guards that only set, only clear, or set what is everybody's.

#include "lazy.h"

thread_local int depth;
int everybodys;

struct only_sets {
  only_sets() { depth = 1; }
};
struct only_reads {
  only_reads() : before(depth) {}
  ~only_reads() { everybodys = before; }
  int before;
};
struct of_the_program {
  of_the_program() { everybodys = 1; }
  ~of_the_program() { everybodys = 0; }
};

lib::task<void> work();

lib::task<void> all() {
  only_sets first;
  only_reads second;
  of_the_program third;
  co_await work();
}

// CHECK-NONE
