// RUN: %check_rule %s coro-unsafe-spawn-capture
// What the standard library made to cross threads.

#include <atomic>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>

struct Progress {
  std::atomic<int> done = 0;
  std::mutex mutex;
  int last = 0;
};

void work(std::promise<int> result, std::stop_token stop);

int run(Progress &progress, std::stop_source &source) {
  std::promise<int> promise;
  std::future<int> result = promise.get_future();
  std::thread(work, std::move(promise), source.get_token()).detach();
  std::jthread reporter([&progress, source](std::stop_token) {
    std::lock_guard lock(progress.mutex);
    progress.last = progress.done;
  });
  return result.get();
}

// CHECK-NONE
