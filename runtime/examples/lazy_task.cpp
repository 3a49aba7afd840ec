// A task is lazy: nothing happens until somebody awaits it.

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<int> answer() {
  std::cout << "the task begins\n";
  co_await rt::sleep_for(10ms);
  co_return 42;
}

rt::task<> program() {
  rt::task<int> asked = answer();
  std::cout << "the task was made\n";
  const int value = co_await std::move(asked);
  std::cout << "the task gave " << value << "\n";
}

int main() { rt::block_on(program()); }
