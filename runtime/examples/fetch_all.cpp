// Three fetches at the same time, all or nothing, within five seconds.

#include "corolint/rt/join.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/timeout.hpp"
#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

using text = rt::result<std::string, std::string>;

rt::task<text> fetch(std::string name, std::chrono::milliseconds takes) {
  co_await rt::sleep_for(takes);
  if (name == "svc-down")
    co_return rt::failure(name + ": connection refused");
  co_return name + ": OK";
}

using texts = rt::result<std::vector<std::string>, std::string>;

rt::task<texts> all_three(std::string last, std::chrono::milliseconds takes) {
  // The first error stops the others.
  COROLINT_TRY(auto fetched, co_await rt::try_join(fetch("svc-a", 100ms),
                                                   fetch("svc-b", 200ms),
                                                   fetch(last, takes)));
  auto [a, b, c] = std::move(fetched);
  co_return std::vector<std::string>{a, b, c};
}

rt::task<texts> fetch_all(std::string last, std::chrono::milliseconds takes) {
  // The deadline stops them all.
  auto in_time = co_await rt::timeout(5s, all_three(std::move(last), takes));
  if (!in_time)
    co_return rt::failure(std::string("deadline has elapsed"));
  co_return *std::move(in_time);
}

rt::task<> show(std::string last, std::chrono::milliseconds takes) {
  const auto begin = rt::now();
  auto all = co_await fetch_all(std::move(last), takes);
  if (all)
    for (const std::string &each : *all)
      std::cout << each << "\n";
  else
    std::cout << "error: " << all.error() << "\n";
  const std::chrono::duration<double> took = rt::now() - begin;
  std::cout.precision(2);
  std::cout << "  after about " << took.count() << " s\n";
}

rt::task<> program() {
  co_await show("svc-c", 150ms);
  co_await show("svc-down", 150ms);
  co_await show("svc-slow", 1h);
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
