// RUN: %check_rule %s coro-stale-reference-across-await
// What a plain pointer in a container leads to does not live in it.

#include "lazy.h"
#include <map>
#include <vector>

struct worker {
  lib::task<void> run();
  void stop();
};

class pool {
public:
  void add(worker *next) { all_.push_back(next); }
  void remove(int name) { named_.erase(name); }

  lib::task<void> first() {
    worker *mine = all_.front();
    co_await mine->run();
    mine->stop();
  }

  lib::task<void> named(int name) {
    worker &mine = *named_.at(name);
    co_await mine.run();
    mine.stop();
  }

private:
  std::vector<worker *> all_;
  std::map<int, worker *> named_;
};

// CHECK-NONE
