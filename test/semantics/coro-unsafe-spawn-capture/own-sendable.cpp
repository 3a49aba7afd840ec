// A class of the program may travel, and says so.
#include "corolint/annotations.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

class COROLINT_SENDABLE page {
public:
  int number = 0;
};

rt::task<int> shows(page opened) { co_return opened.number; }

rt::task<int> starts() {
  page first;
  co_return co_await rt::spawn(shows(first));
}

int main() { return rt::block_on(starts()); }
