// A loop that says that it is one.
#include <chrono>
#include <corolint/watch.h>
#include <ctime>
#include <functional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

static void sleeps() {
  std::this_thread::sleep_for(1ms); // expect: coro-blocking-call
}

static void computes() {
  // Processor time: however busy the machine is.
  while (std::clock() < 300'000) // expect: coro-loop-without-suspend
    ;
}

static void run(const std::vector<std::function<void()>> &jobs) {
  std::this_thread::sleep_for(1ms);
  corolint_watch_this_thread();
  for (const std::function<void()> &each : jobs)
    each();
  std::this_thread::sleep_for(1ms); // this is the loop itself
}

int main() {
  std::thread loop([] { run({sleeps, computes}); });
  std::thread other(sleeps);
  loop.join();
  other.join();
  sleeps();
}
