// RUN: %check_rule %s coro-dangling-lambda-capture
// Whoever awaits the member later finds no captures.

#include "lazy.h"
#include <vector>

lib::task<> tick();
void use(int id);

class session {
public:
  void begin(int id) {
    current_ = [id]() -> lib::task<> { co_await tick(), use(id); }();
    // CHECK: :[[@LINE-1]]:16: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
    // CHECK: :[[@LINE-2]]:5: note: the task is stored here
    // CHECK: :[[@LINE-3]]:61: note: 'id' is used here, once the task is awaited
    // CHECK: :[[@LINE-4]]:16: note: pass 'id' as a parameter; parameters are kept in the coroutine
    all_.push_back([id]() -> lib::task<> { co_await tick(), use(id); }());
    // CHECK: :[[@LINE-1]]:20: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
    // CHECK: :[[@LINE-2]]:5: note: the task is stored here
    // CHECK: :[[@LINE-3]]:65: note: 'id' is used here, once the task is awaited
    // CHECK: :[[@LINE-4]]:20: note: pass 'id' as a parameter; parameters are kept in the coroutine
  }

private:
  lib::task<> current_;
  std::vector<lib::task<>> all_;
};

