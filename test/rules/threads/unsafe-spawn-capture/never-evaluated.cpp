// RUN: %check_rule %s coro-unsafe-spawn-capture
// A call that is only asked for its type starts nothing.

#include "executor.h"
#include "local_ptr.h"
#include <thread>

struct Sheet {
  int cells = 0;
};

lib::task<void> sum(lib::local_ptr<Sheet> sheet);

constexpr bool parallel = false;

void recalculate(lib::pool &workers, const lib::local_ptr<Sheet> &sheet) {
  using Result = decltype(workers.spawn(sum(sheet)));
  static_assert(!noexcept(workers.spawn(sum(sheet))));
  if constexpr (parallel)
    workers.spawn(sum(sheet));
  auto copy = sheet;
  static_cast<void>(sizeof(Result *));
}

// CHECK-NONE
