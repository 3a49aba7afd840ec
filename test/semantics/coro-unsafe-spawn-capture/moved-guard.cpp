// A guard of a lock goes to a spawned coroutine.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> works(std::unique_lock<std::mutex>) { co_return; }

rt::task<> starts() {
  std::unique_lock lock(guards, std::defer_lock);
  co_await rt::spawn(works(std::move(lock))); // expect: coro-unsafe-spawn-capture
}

int main() { rt::block_on(starts()); }
