// A task that is asked to stop does so between two pieces of its work.
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <coroutine>
#include <utility>

namespace rt = corolint::rt;

/// Where a coroutine leaves itself, for somebody else to resume it.
struct place {
  std::coroutine_handle<> left;
  bool is_left_for_good = false;

  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> self) { left = self; }
  void await_resume() const {}
};

/// Says so when its coroutine ends.
struct leaves {
  place &at;
  ~leaves() { at.is_left_for_good = true; }
};

rt::task<> computes(place &at) {
  const leaves ends{at};
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  while (std::chrono::steady_clock::now() < end) {
    co_await at;
    co_await rt::checkpoint();
  }
}

rt::task<> resumes(place &at) {
  while (!at.is_left_for_good) {
    co_await rt::yield();
    if (at.left)
      std::exchange(at.left, nullptr).resume();
  }
}

rt::task<> stops_it(place &at) {
  auto computing = rt::spawn(computes(at));
  auto resuming = rt::spawn(resumes(at));
  co_await rt::sleep_for(std::chrono::milliseconds(20));
  computing.abort();
  try {
    co_await std::move(computing);
  } catch (const rt::task_stopped &) {
  }
  co_await std::move(resuming);
}

int main() {
  place at;
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(stops_it(at));
}
