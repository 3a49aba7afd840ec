// Tasks are put into a container, which is joined.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include <vector>

namespace rt = corolint::rt;

rt::task<int> saves(int value) { co_return value; }

rt::task<int> handles() {
  std::vector<rt::task<int>> all;
  for (int at = 0; at != 3; ++at)
    all.push_back(saves(0));
  int sum = 0;
  for (const int each : co_await rt::join_all(std::move(all)))
    sum += each;
  co_return sum;
}

int main() { return rt::block_on(handles()); }
