// A text and a list are moved into a spawned task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <string>
#include <vector>

namespace rt = corolint::rt;

rt::task<int> counts(std::string name, std::vector<int> all) {
  co_return static_cast<int>(name.size() - all.size());
}

rt::task<int> starts() {
  std::string name = "two";
  std::vector<int> all{1, 2, 3};
  co_return co_await rt::spawn(counts(std::move(name), std::move(all)));
}

int main() { return rt::block_on(starts()); }
