// RUN: %check_rule %s coro-discarded-task
// With AllowVoidCast 'never', a cast to void is no excuse.

#include "eager.h"
#include "lazy.h"
#include <tuple>

lib::job<> upload(int file);
lib::task<void> save(int id);

// Found three times.
lib::job<> upload_some() {
  (void)upload(1);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'upload' is dropped; 'upload' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  std::ignore = upload(2);
  // CHECK: :[[@LINE-1]]:17: warning: the task returned by 'upload' is dropped; 'upload' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:17: note: std::ignore silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:17: note: co_await it, return it, or hand it to a function that spawns it
  (void)save(3);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  co_await upload(4);
}
