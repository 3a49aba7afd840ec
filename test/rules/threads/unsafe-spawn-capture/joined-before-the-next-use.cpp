// RUN: %check_rule %s coro-unsafe-spawn-capture
// By reference, and this thread waits: nobody else counts meanwhile.

#include "local_ptr.h"
#include <thread>

struct Matrix {
  int rank = 0;
};

int rank_of(lib::local_ptr<Matrix> matrix);

int rank_with_large_stack(lib::local_ptr<Matrix> matrix) {
  int rank = 0;
  std::thread worker([&] { rank = rank_of(matrix); });
  worker.join();
  return rank + matrix->rank;
}

// CHECK-NONE
