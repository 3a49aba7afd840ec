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
}
