// A function of the program locks and unlocks, and the coroutine calls it between awaits.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

class counter {
public:
  int next() {
    std::lock_guard lock(guards_);
    return count_++;
  }

private:
  std::mutex guards_;
  int count_ = 0;
};

counter turns;

rt::task<int> counts() {
  const int first = turns.next();
  co_await rt::yield();
  co_return turns.next() - first - 1;
}

int main() { return rt::block_on(counts()); }
