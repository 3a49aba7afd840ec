// What sleeps runs on a thread that may block.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<> waits() {
  co_await rt::spawn_blocking([] { std::this_thread::sleep_for(std::chrono::milliseconds(1)); });
}

int main() { rt::block_on(waits()); }
