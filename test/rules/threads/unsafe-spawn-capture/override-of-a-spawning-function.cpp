// RUN: %check_rule %s coro-unsafe-spawn-capture
// What the interface says of its parameter holds for those who implement it.

#include "executor.h"
#include "local_ptr.h"

class Executor {
public:
  virtual ~Executor() = default;
  virtual void
  run([[clang::annotate("corolint::spawns")]] lib::task<void> work) = 0;
};

class StaticPool final : public Executor {
public:
  void run(lib::task<void> work) override;
};

struct Shape {
  int corners = 0;
};

lib::task<void> fill(lib::local_ptr<Shape> shape);

// Found at both arguments 'shape'.
void draw(Executor &any, StaticPool &pool, const lib::local_ptr<Shape> &shape) {
  any.run(fill(shape));
  // CHECK: :[[@LINE-1]]:16: warning: 'shape' is copied into a task that another thread may run; 'lib::local_ptr<Shape>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:7: note: 'run' starts the task here
  // CHECK: :[[@LINE-4]]:16: note: hand the task a value of its own, or share it through a type that is thread-safe
  pool.run(fill(shape));
  // CHECK: :[[@LINE-1]]:17: warning: 'shape' is copied into a task that another thread may run; 'lib::local_ptr<Shape>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:8: note: 'run' starts the task here
  // CHECK: :[[@LINE-4]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}
