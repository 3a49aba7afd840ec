// Two tasks share a value that never changes.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <memory>

namespace rt = corolint::rt;

rt::task<int> reads(std::shared_ptr<const int> value) { co_return *value; }

rt::task<int> starts() {
  const auto value = std::make_shared<const int>(1);
  auto other = rt::spawn(reads(value));
  const int first = co_await reads(value);
  co_return first - co_await std::move(other);
}

int main() { return rt::block_on(starts()); }
