// RUN: %check_rule %s coro-dangling-this
// The class says that its objects come and go.

#include "executor.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::pool *pool;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
  void start() { pool->spawn(run()); }
  // CHECK: :[[@LINE-1]]:30: warning: the task uses its 'session' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
  // CHECK: :[[@LINE-2]]:24: note: the task is started by 'spawn'
  // CHECK: :[[@LINE-5]]:9: note: the object is used here
  // CHECK: :[[@LINE-4]]:30: note: give the task a strong pointer: capture or pass shared_from_this()
};

