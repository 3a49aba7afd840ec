// A stream over a text in memory waits for nothing.
#include "corolint/rt/runtime.hpp"
#include <sstream>
#include <string>

namespace rt = corolint::rt;

rt::task<int> reads(std::string text) {
  std::istringstream from(text);
  int first = 0;
  int second = 0;
  from >> first >> second;
  co_return first - second;
}

int main() { return rt::block_on(reads("4 4")); }
