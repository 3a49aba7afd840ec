// Each round of a loop leaves a new task for the next one.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto number = fetch();
  for (int round = 0; round != 3; ++round) {
    co_await std::move(number);
    number = fetch();
  }
  co_await std::move(number);
}

int main() { rt::block_on(uses()); }
