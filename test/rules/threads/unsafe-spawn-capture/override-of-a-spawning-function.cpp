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
  pool.run(fill(shape));
}
