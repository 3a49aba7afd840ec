// Clean-up that awaits runs on every way out: value, exception and stop.

#include "corolint/rt/finally.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/timeout.hpp"
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<> log_out(std::string name) {
  co_await rt::sleep_for(10ms); // tells the server; no stop reaches this
  std::cout << name << " logged out\n";
}

rt::task<> session(std::string name, std::chrono::milliseconds lasts) {
  std::cout << name << " logged in\n";
  co_await rt::sleep_for(lasts);
  if (name == "bob")
    throw std::runtime_error("connection lost");
}

rt::task<> visit(std::string name, std::chrono::milliseconds lasts) {
  co_await rt::finally(session(name, lasts), log_out(name));
}

rt::task<> program() {
  co_await visit("alice", 1s);
  try {
    co_await visit("bob", 1s);
  } catch (const std::runtime_error &error) {
    std::cout << "failed: " << error.what() << "\n";
  }
  if (!co_await rt::timeout(1min, visit("carol", 1h)))
    std::cout << "stopped: too long\n";
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
