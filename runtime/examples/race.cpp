// The first of two sources wins; the other is stopped, and gone when we go on.

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

struct connection {
  std::string name;
  ~connection() { std::cout << "connection to " << name << " closed\n"; }
};

rt::task<std::string> fetch(std::string from, std::chrono::milliseconds takes) {
  const connection open{from};
  co_await rt::sleep_for(takes);
  co_return "data from " + from;
}

rt::task<> program() {
  const std::string first =
      co_await rt::race(fetch("fast", 10ms), fetch("slow", 1h));
  std::cout << "won: " << first << "\n";
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
