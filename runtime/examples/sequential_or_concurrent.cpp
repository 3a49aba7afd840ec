// Three fetches of two seconds: six seconds one after the other, two at once.

#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::string> fetch(int id) {
  co_await rt::sleep_for(2s);
  co_return "data " + std::to_string(id);
}

rt::task<std::string> one_after_the_other() {
  std::string all = co_await fetch(1);
  all += ", " + co_await fetch(2);
  all += ", " + co_await fetch(3);
  co_return all;
}

rt::task<std::string> at_once() {
  auto [a, b, c] = co_await rt::join(fetch(1), fetch(2), fetch(3));
  co_return a + ", " + b + ", " + c;
}

rt::task<> timed(std::string name, rt::task<std::string> work) {
  const auto begin = rt::now();
  const std::string all = co_await std::move(work);
  const auto took = std::chrono::round<std::chrono::seconds>(rt::now() - begin);
  std::cout << name << ": " << all << " in " << took.count() << " s\n";
}

rt::task<> program() {
  co_await timed("sequential", one_after_the_other());
  co_await timed("concurrent", at_once());
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
