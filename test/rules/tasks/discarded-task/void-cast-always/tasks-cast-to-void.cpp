// RUN: %check_rule %s coro-discarded-task
// With AllowVoidCast 'always', it is.

#include "eager.h"
#include "lazy.h"
#include <tuple>

lib::job<> upload(int file);
lib::task<void> save(int id);

// Found once: the statement that has no cast.
lib::job<> upload_some() {
  (void)upload(1);
  std::ignore = save(2);
  (void)save(3);
  save(4);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_await upload(5);
}
