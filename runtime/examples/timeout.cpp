// A limit on the time of any task.

#include "corolint/rt/timeout.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::string> fetch(std::chrono::milliseconds takes) {
  co_await rt::sleep_for(takes);
  co_return "data";
}

rt::task<> program() {
  for (const auto takes : {100ms, 60'000ms}) {
    const auto data = co_await rt::timeout(5s, fetch(takes));
    if (data)
      std::cout << "got " << *data << "\n";
    else
      std::cout << "too late\n";
  }
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
