// RUN: %check_rule %s coro-discarded-task
// An eager task runs on when it is dropped, but a failure is lost with it.

#include "eager.h"

lib::job<> upload(int file);

// Found, in the words for eager tasks.
lib::job<> upload_all(int count) {
  for (int file = 0; file < count; ++file)
    upload(file);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'upload' is dropped; 'upload' runs on, but nobody sees its end or its failure [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found: dropped on purpose, by the usual cast; awaited.
lib::job<> upload_some() {
  (void)upload(1);
  co_await upload(2);
}
