// A coroutine says that it may wait for a future where it stands.
#include "corolint/rt/checked.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

rt::task<bool> starts_up() {
  std::promise<int> never;
  std::future<int> price = never.get_future();
  co_return rt::allow_blocking("nothing else runs yet", [&price] {
    return price.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready;
  });
}

int main() { return rt::block_on(starts_up()); }
