// An algorithm calls a lambda that is a coroutine and has no use for its tasks.
#include "corolint/rt/runtime.hpp"
#include <algorithm>
#include <vector>

namespace rt = corolint::rt;

rt::task<> handles(std::vector<int> all) {
  std::for_each(all.begin(), all.end(), [](int) -> rt::task<> { co_return; }); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles({1, 2})); }
