// A loop without end takes messages until there are no more.
#include "corolint/rt/channel.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;

int sum = 0;

rt::task<> takes(rt::receiver<int> from) {
  while (auto each = co_await from.receive())
    sum += *each;
}

rt::task<> gives(rt::sender<int> to) {
  for (int each = 0; each != 3; ++each) {
    co_await rt::sleep_for(std::chrono::milliseconds(100));
    (void)co_await to.send(each);
  }
}

rt::task<> both() {
  auto [to, from] = rt::channel<int>(1);
  co_await rt::join(takes(std::move(from)), gives(std::move(to)));
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(both());
}
