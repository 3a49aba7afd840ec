// An awaiter of the program is always ready, and gives a value under the lock.
#include "corolint/rt/runtime.hpp"
#include <coroutine>
#include <mutex>

namespace rt = corolint::rt;

struct answer {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return 0; }
};

std::mutex guards;

rt::task<int> asks() {
  std::lock_guard lock(guards);
  const int value = co_await answer();
  co_return value;
}

int main() { return rt::block_on(asks()); }
