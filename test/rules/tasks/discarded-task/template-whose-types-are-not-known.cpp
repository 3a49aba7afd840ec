// RUN: %check_rule %s coro-discarded-task
// Never instantiated, or instantiated with what returns no task: nobody knows
// that a task is dropped.

#include "lazy.h"

template <class Store> lib::task<void> refresh(Store &store) {
  store.write(1);
  auto pending = store.read();
  (void)store.flush();
  co_await store.close();
}

template <class Call> void for_each_id(int count, Call call) {
  for (int id = 0; id < count; ++id)
    call(id);
}

struct counter {
  int total = 0;
  void operator()(int id) { total += id; }
};

void count_ids() {
  for_each_id(3, counter());
  for_each_id(3, [](int) {});
}

// CHECK-NONE
