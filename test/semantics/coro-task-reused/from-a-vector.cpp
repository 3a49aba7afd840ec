// The tasks of a vector are awaited one after the other.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <utility>
#include <vector>

namespace rt = corolint::rt;

rt::task<int> fetch() { co_return 1; }

rt::task<> uses() {
  std::vector<rt::task<int>> all;
  for (int each = 0; each != 3; ++each)
    all.push_back(fetch());
  for (auto &each : all)
    co_await std::move(each);
}

int main() { rt::block_on(uses()); }
