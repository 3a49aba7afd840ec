// The main function holds a lock that no task needs, while it waits for tasks.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> works() { co_await rt::yield(); }

int main() {
  std::lock_guard lock(guards);
  rt::block_on(works());
}
