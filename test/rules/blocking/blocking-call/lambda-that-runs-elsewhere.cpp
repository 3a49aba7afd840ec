// RUN: %check_rule %s coro-blocking-call
// Lambdas that this coroutine makes and other threads call.

#include "lazy.h"
#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

// In the real program: the queue of a pool of threads that may block.
std::vector<std::function<void()>> chores;

lib::task<void> tidy_up_in_thread() {
  std::thread([] { std::system("rm -r cache"); }).detach();
  co_return;
}

lib::task<void> tidy_up_later() {
  chores.push_back([] { std::system("rm -r cache"); });
  co_return;
}

lib::task<void> tidy_up_by_name() {
  auto remove_all = [] { std::system("rm -r cache"); };
  chores.emplace_back(remove_all);
  co_return;
}
// CHECK-NONE
