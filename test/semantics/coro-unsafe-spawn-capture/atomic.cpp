// A task counts in an atomic of the program.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <atomic>
#include <memory>

namespace rt = corolint::rt;

rt::task<> counts(std::shared_ptr<std::atomic<int>> count) {
  ++*count;
  co_return;
}

rt::task<int> starts() {
  const auto count = std::make_shared<std::atomic<int>>(-1);
  co_await rt::spawn(counts(count));
  co_return count->load();
}

int main() { return rt::block_on(starts()); }
