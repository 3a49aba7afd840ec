// What is put into a channel without a bound is taken out again.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include <chrono>

namespace rt = corolint::rt;

int taken = 0;

rt::task<> starts() {
  auto [to, from] = rt::unbounded_channel<int>();
  for (;;) {
    (void)to.send(1);
    if (const auto each = co_await from.receive())
      taken += *each;
    if (taken == 100)
      break;
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
