// A program of somebody who uses the runtime.

#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <iostream>

namespace rt = corolint::rt;

rt::task<int> number(int value) { co_return value; }

rt::task<> program() {
  auto [two, three] = co_await rt::join(number(2), number(3));
  const int five = co_await rt::spawn(number(two + three));
  std::cout << two << " and " << three << " are " << five << "\n";
}

int main() { rt::block_on(program()); }
