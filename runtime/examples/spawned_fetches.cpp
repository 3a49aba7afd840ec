// Three tasks that run beside the one that spawned them.

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::string> fetch(std::string what, std::chrono::milliseconds takes) {
  co_await rt::sleep_for(takes); // the network
  co_return "fetched " + what;
}

rt::task<> program() {
  // All three are on their way before the first is awaited.
  rt::join_handle<std::string> profile = rt::spawn(fetch("user profile", 20ms));
  rt::join_handle<std::string> orders = rt::spawn(fetch("order history", 10ms));
  rt::join_handle<std::string> tips = rt::spawn(fetch("recommendations", 15ms));

  std::cout << co_await std::move(profile) << "\n";
  std::cout << co_await std::move(orders) << "\n";
  std::cout << co_await std::move(tips) << "\n";
}

int main() {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on(program());
}
