// RUN: %check_rule %s coro-discarded-task
// QCoro's then() tells its callback; the task that it returns is a second way.

#include "eager.h"

namespace QCoro {
template <class T = void> class Task : public lib::job<T> {
public:
  template <class Callback> Task<T> then(Callback &&) { return {}; }
};
} // namespace QCoro

QCoro::Task<> load(int page);
void show();

// Found: not the continuation of load, but load itself.
lib::job<void> browse() {
  load(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'load' is dropped; 'load' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::job<void> browse_on() {
  load(2).then([] { show(); });
  co_await load(3);
}
