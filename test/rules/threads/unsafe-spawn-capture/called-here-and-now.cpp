// RUN: %check_rule %s coro-unsafe-spawn-capture
// Lambdas that capture a handle and are called on this thread.

#include "executor.h"
#include "local_ptr.h"
#include <algorithm>
#include <thread>
#include <vector>

struct Sum {
  int total = 0;
};

lib::task<void> add(lib::local_ptr<Sum> sum, int value);

lib::task<void> add_all(lib::local_ptr<Sum> sum, std::vector<int> values) {
  std::for_each(values.begin(), values.end(),
                [sum](int value) { sum->total += value; });
  [sum] { ++sum->total; }();
  for (int value : values)
    co_await add(sum, value);
  auto work = [sum] { return sum->total; };
  std::jthread([total = work()] { static_cast<void>(total); }).detach();
}

// CHECK-NONE
