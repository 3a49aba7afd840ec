// A hundred users, ten of them fetched at a time.

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/stream_operations.hpp"
#include "corolint/rt/time.hpp"
#include <algorithm>
#include <chrono>
#include <iostream>
#include <ranges>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

struct network {
  int busy = 0;
  int busiest = 0;
};

rt::task<std::string> fetch(network &used, int id) {
  used.busiest = std::max(used.busiest, ++used.busy);
  co_await rt::sleep_for(100ms);
  --used.busy;
  co_return "user " + std::to_string(id);
}

rt::task<> program() {
  network used;
  const auto begin = rt::now();
  const std::vector<std::string> users =
      co_await (rt::from_range(std::views::iota(1, 101)) |
                rt::transform([&used](int id) { return fetch(used, id); }) |
                rt::buffer_unordered(10) | rt::collect());
  const auto took = std::chrono::round<std::chrono::seconds>(rt::now() - begin);
  std::cout << users.size() << " users, " << used.busiest << " at a time, in "
            << took.count() << " s\n";
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
