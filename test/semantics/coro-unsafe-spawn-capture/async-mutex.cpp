// A task gets a mutex for tasks, which synchronises itself.
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <memory>

namespace rt = corolint::rt;

struct counter {
  rt::mutex guards;
  int count = 0;
};

rt::task<> counts(std::shared_ptr<counter> to) {
  const auto held = co_await to->guards.lock();
  ++to->count;
}

rt::task<int> starts() {
  const auto shared = std::make_shared<counter>();
  auto first = rt::spawn(counts(shared));
  auto second = rt::spawn(counts(shared));
  co_await std::move(first);
  co_await std::move(second);
  co_return shared->count - 2;
}

int main() { return rt::block_on(starts()); }
