// RUN: %check_rule %s coro-sync-wait
// Somebody has to wait at the edge of the program.

#include "lazy.h"
#include <future>
#include <thread>

lib::task<int> price(int id);

int price_now(int id) { return lib::sync_wait(price(id)); }

struct fixture {
  fixture() : first(lib::sync_wait(price(1))) {}
  ~fixture() { lib::sync_wait(price(0)); }
  int first;
};

// Makes a task, is no coroutine.
lib::task<int> next_price() { return price(price_now(1)); }

int main() {
  auto whole = []() -> lib::task<int> { co_return 2 * co_await price(2); };
  std::future<int> beside = std::async(price_now, 3);
  return lib::sync_wait(whole()) + beside.get() + fixture().first;
}
// CHECK-NONE
