// A loop without descriptors, which is known by the name of its thread.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <pthread.h>
#include <thread>

using namespace std::chrono_literals;

class queue {
public:
  void push(std::function<void()> job) {
    const std::lock_guard held(lock_);
    jobs_.push_back(std::move(job));
    changed_.notify_one();
  }
  std::function<void()> pop() {
    std::unique_lock held(lock_);
    changed_.wait(held, [this] { return !jobs_.empty(); });
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }

private:
  std::mutex lock_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
};

static std::mutex kept;
static std::atomic_flag is_kept;

static void sleeps() {
  std::this_thread::sleep_for(1ms); // expect: coro-blocking-call
}

static void keeps_lock() {
  kept.lock(); // expect: coro-lock-across-await
  is_kept.test_and_set();
  is_kept.notify_one();
}

static void unlocks() { kept.unlock(); }

static void run(queue &jobs, const char *name) {
  pthread_setname_np(pthread_self(), name);
  std::this_thread::sleep_for(1ms); // the loop has not begun
  while (std::function<void()> job = jobs.pop())
    job();
}

static void other() { std::this_thread::sleep_for(1ms); }

int main() {
  queue jobs, others;
  std::thread loop(run, std::ref(jobs), "my-loop-1");
  std::thread worker(run, std::ref(others), "worker");
  std::this_thread::sleep_for(20ms);
  jobs.push(sleeps);
  jobs.push(sleeps);
  jobs.push(keeps_lock);
  others.push(other);
  is_kept.wait(false);
  std::this_thread::sleep_for(20ms); // until the loop waits
  jobs.push(unlocks);
  for (queue *each : {&jobs, &others})
    each->push(nullptr);
  loop.join();
  worker.join();
}
