// A template waits for any future; a spawned task calls it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

template <class T> bool arrives(std::future<T> &value) {
  return value.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready;
}

rt::task<bool> asks() {
  std::promise<double> never;
  std::future<double> weight = never.get_future();
  co_return arrives(weight); // expect: coro-sync-wait
}

rt::task<bool> starts() { co_return co_await rt::spawn(asks()); }

int main() { return rt::block_on(starts()); }
