// Tasks are put into a container and awaited one by one.
#include "corolint/rt/runtime.hpp"
#include <vector>

namespace rt = corolint::rt;

rt::task<int> saves(int value) { co_return value; }

rt::task<int> handles() {
  std::vector<rt::task<int>> all;
  all.push_back(saves(1));
  all.push_back(saves(-1));
  int sum = 0;
  for (auto &each : all)
    sum += co_await std::move(each);
  co_return sum;
}

int main() { return rt::block_on(handles()); }
