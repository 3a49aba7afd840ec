// RUN: %check_rule %s coro-stale-reference-across-await
// A member coroutine of a class template, told once.

#include "lazy.h"
#include <vector>

template <class T> class group {
public:
  void add(T next) { all_.push_back(next); }
  lib::task<void> run() {
    for (auto &each : all_)
      co_await each.run();
  }

private:
  std::vector<T> all_;
};

struct fast {
  lib::task<void> run();
};
struct slow {
  lib::task<void> run();
};

lib::task<void> both(group<fast> &first, group<slow> &second) {
  co_await first.run();
  co_await second.run();
}
