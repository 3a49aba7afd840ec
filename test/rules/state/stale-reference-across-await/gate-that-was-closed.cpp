// RUN: %check_rule %s coro-stale-reference-across-await
// Who has entered the gate is waited for, and nobody enters any more.

#include "lazy.h"
#include <functional>
#include <vector>

class gate {
public:
  void enter();
  void leave();
  lib::task<void> close();
};
struct reader {
  lib::task<void> stop();
  std::function<void(reader)> on_end;
};

class partition {
public:
  void watch(reader &parent) {
    parent.on_end = [this](reader last) { ended_.push_back(last); };
  }
  lib::task<void> stop() {
    co_await gate_.close();
    for (auto &each : ended_)
      co_await each.stop();
  }

private:
  gate gate_;
  std::vector<reader> ended_;
};

// CHECK-NONE
