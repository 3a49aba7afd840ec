// A task is taken out of a variable that gets a new one.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto next = fetch();
  for (int round = 0; round != 3; ++round) {
    auto now = std::exchange(next, fetch());
    co_await std::move(now);
  }
  co_await std::move(next);
}

int main() { rt::block_on(uses()); }
