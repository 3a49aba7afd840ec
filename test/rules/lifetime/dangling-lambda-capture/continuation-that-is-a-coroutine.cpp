// RUN: %check_rule %s coro-dangling-lambda-capture
// A continuation is destroyed when it has returned its future.

#include "seastar_future.h"

seastar::future<> tick();
void use(int id);

seastar::future<> run(int id) {
  return tick().then([id]() -> seastar::future<> {
  // CHECK: :[[@LINE-1]]:22: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which 'then' destroys at its first suspension [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-4]]:22: note: wrap the lambda in seastar::coroutine::lambda and co_await the whole chain in this statement, or give it an explicit object by value: [...](this auto)
    co_await tick();
    use(id);
  });
}

