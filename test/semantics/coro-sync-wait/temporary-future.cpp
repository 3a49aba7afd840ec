// A coroutine starts work on another thread and waits for it in one statement.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

rt::task<int> asks() {
  co_return std::async(std::launch::async, [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return 0;
  }).get(); // expect: coro-sync-wait
}

int main() { return rt::block_on(asks()); }
