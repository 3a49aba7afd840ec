// Heavy or blocking calls go to threads that may block; tasks run on meanwhile.

#include "corolint/rt/blocking.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <cstdint>
#include <iostream>
#include <thread>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::uint64_t> sum() {
  co_return co_await rt::spawn_blocking([] {
    std::this_thread::sleep_for(50ms); // fine here, and nowhere else
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i != 1'000'000; ++i)
      total += i;
    return total;
  });
}

rt::task<> others() {
  co_await rt::sleep_for(1ms);
  std::cout << "other tasks run\n";
}

rt::task<> program() {
  auto [total, nothing] = co_await rt::join(sum(), others());
  std::cout << "sum: " << total << "\n";
}

int main() {
  rt::current_thread thread;
  thread.block_on(program());
}
