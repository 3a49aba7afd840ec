// RUN: %check_rule %s coro-unsafe-spawn-capture
// A sink keeps the callable in the frame of a coroutine of its own.

#include "executor.h"
#include "local_ptr.h"

template <class F> lib::task<void> call(F work) {
  work();
  co_return;
}

class Crew {
public:
  template <class F> void post([[clang::annotate("corolint::spawns")]] F work) {
    pool_.spawn(call(std::move(work)));
  }

private:
  lib::pool pool_;
};

struct Cargo {
  int boxes = 0;
};

// Found at the capture 'cargo' and nowhere in the sink: the sink has said what
// it does.
void load(Crew &crew, const lib::local_ptr<Cargo> &cargo) {
  auto mine = cargo;
  crew.post([mine] { ++mine->boxes; });
  // CHECK: :[[@LINE-1]]:14: warning: 'mine' is copied into a task that another thread may run; 'lib::local_ptr<Cargo>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:8: note: 'post' starts the task here
  // CHECK: :[[@LINE-4]]:14: note: hand the task a value of its own, or share it through a type that is thread-safe
}
