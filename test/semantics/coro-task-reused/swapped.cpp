// Two tasks change places, and each is awaited once.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  auto first = fetch();
  auto second = fetch();
  std::swap(first, second);
  co_await std::move(first);
  co_await std::move(second);
}

int main() { rt::block_on(uses()); }
