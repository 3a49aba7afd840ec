// A loop is left after it has awaited the task of before it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto number = fetch();
  for (;;) {
    if (co_await std::move(number) == 1)
      break;
    number = fetch();
  }
}

int main() { rt::block_on(uses()); }
