// A set of tasks is emptied before more of them are spawned.
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  ++ended;
  co_return;
}

rt::task<> starts() {
  rt::join_set<void> running;
  while (ended < 100) {
    for (int each = 0; each != 10; ++each)
      running.spawn(works());
    while (co_await running.next()) {
    }
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
