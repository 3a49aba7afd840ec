// RUN: %check_rule %s coro-blocking-call
// In a template the co_await is not resolved; the move is read all the same.

#include "lazy.h"
#include <unistd.h>

namespace lib {
struct pool {
  task<void> schedule();
};
task<void> resume_on(pool &executor);
} // namespace lib

template <class T> lib::task<T> by_a_function(lib::pool &background) {
  co_await lib::resume_on(background);
  sleep(1);
  co_return T();
}

template <class T> lib::task<T> by_a_member(lib::pool &background) {
  co_await background.schedule();
  sleep(1);
  co_return T();
}

template <class Work> lib::task<int> with_a_lambda(lib::pool &background) {
  auto run = [&](auto seconds) -> lib::task<int> {
    co_await lib::resume_on(background);
    sleep(seconds);
    co_return 0;
  };
  co_return co_await run(1);
}

template <class T> struct repository {
  lib::pool &background;
  lib::task<T> load() {
    co_await lib::resume_on(background);
    sleep(1);
    co_return T();
  }
};

lib::task<int> all(lib::pool &background) {
  repository<int> users{background};
  co_return co_await by_a_function<int>(background) +
      co_await by_a_member<int>(background) +
      co_await with_a_lambda<int>(background) + co_await users.load();
}
// CHECK-NONE
