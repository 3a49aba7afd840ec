// Each round of a loop makes the task that it awaits.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  for (int round = 0; round != 3; ++round) {
    auto number = fetch();
    co_await std::move(number);
  }
}

int main() { rt::block_on(uses()); }
