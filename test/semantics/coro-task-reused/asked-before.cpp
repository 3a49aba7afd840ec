// A task is asked whether it was awaited before it is awaited at the end.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

bool early = true;

rt::task<> uses() {
  auto work = fetch();
  if (early)
    co_await std::move(work);
  if (work)
    co_await std::move(work);
}

int main() { rt::block_on(uses()); }
