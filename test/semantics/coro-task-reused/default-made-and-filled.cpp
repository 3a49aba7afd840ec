// A task that is empty at first is given a coroutine before it is awaited.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  rt::task<int> work;
  work = fetch();
  co_await std::move(work);
}

int main() { rt::block_on(uses()); }
