// Two tasks that sleep a second each take one second together.

#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::string> work(std::string name, std::chrono::milliseconds span) {
  co_await rt::sleep_for(span);
  co_return "task " + name + " done";
}

rt::task<> program() {
  const auto begin = rt::now();
  auto [a, b] = co_await rt::join(work("A", 1000ms), work("B", 1000ms));
  std::cout << a << ", " << b << "\n";
  const auto took = std::chrono::round<std::chrono::seconds>(rt::now() - begin);
  std::cout << "after " << took.count() << " s\n";
}

int main() {
  rt::current_thread thread;
  thread.pause_clock(); // time passes when everybody waits: no need to
  thread.block_on(program());
}
