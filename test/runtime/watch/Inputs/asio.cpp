// Coroutines of Boost.Asio that block the loop they run on, and those that do
// the same without.
#include <boost/asio.hpp>
#include <chrono>
#include <ctime>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

namespace asio = boost::asio;
using namespace std::chrono_literals;

static std::mutex counter_lock;
static int counter = 0;

static void rest() { std::this_thread::sleep_for(1ms); }

/// The processor time of this thread: however busy the machine is.
static std::chrono::nanoseconds used() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::nanoseconds(time.tv_nsec);
}

static int checksum() {
  const auto end = used() + 300ms;
  unsigned sum = 0;
  while (used() < end)
    sum = sum * 31 + 7;
  return static_cast<int>(sum & 1);
}

static asio::awaitable<void> pause_for(std::chrono::milliseconds span) {
  asio::steady_timer timer(co_await asio::this_coro::executor, span);
  co_await timer.async_wait(asio::use_awaitable);
}

static asio::awaitable<void> bad_sleep() {
  co_await pause_for(1ms);
  std::this_thread::sleep_for(1ms); // expect: coro-blocking-call
}

static asio::awaitable<void> bad_sleep_inside() {
  co_await pause_for(1ms);
  rest(); // expect: coro-blocking-call
}

static asio::awaitable<void> bad_get() {
  co_await pause_for(1ms);
  auto answer = std::async(std::launch::async, [] {
    std::this_thread::sleep_for(20ms);
    return 42;
  });
  counter += answer.get(); // expect: coro-sync-wait
}

static asio::awaitable<void> bad_lock() {
  co_await pause_for(1ms);
  const std::lock_guard held(counter_lock); // expect: coro-lock-across-await
  ++counter;
  co_await pause_for(1ms);
}

static asio::awaitable<void> bad_compute() {
  co_await pause_for(1ms);
  counter += checksum(); // expect: coro-loop-without-suspend
}

static void handler() {
  std::this_thread::sleep_for(1ms); // expect: coro-blocking-call
}

static asio::awaitable<void> good_sleep() {
  co_await pause_for(150ms);
  co_await pause_for(1ms);
}

static asio::awaitable<void> good_lock() {
  co_await pause_for(1ms);
  {
    const std::lock_guard held(counter_lock);
    ++counter;
  }
  co_await pause_for(1ms);
}

static asio::awaitable<void> good_compute(asio::thread_pool &pool) {
  co_await asio::co_spawn(
      pool,
      []() -> asio::awaitable<void> {
        counter += checksum();
        std::this_thread::sleep_for(1ms);
        co_return;
      },
      asio::use_awaitable);
}

static asio::awaitable<void> good_loop() {
  for (int i = 0; i != 40; ++i) {
    counter += i;
    co_await pause_for(5ms);
  }
}

int main() {
  std::this_thread::sleep_for(1ms); // the loop has not begun
  asio::thread_pool pool(1);
  asio::io_context loop;
  std::jthread waker([&loop] {
    std::this_thread::sleep_for(5ms);
    asio::post(loop, handler);
  });
  asio::co_spawn(
      loop,
      [&]() -> asio::awaitable<void> {
        co_await pause_for(1ms);
        co_await good_sleep();
        co_await good_lock();
        co_await good_loop();
        co_await good_compute(pool);
        co_await bad_sleep();
        co_await bad_sleep_inside();
        co_await bad_get();
        co_await bad_lock();
        co_await bad_compute();
      },
      asio::detached);
  loop.run();
  std::this_thread::sleep_for(1ms); // it is over
  pool.join();
}
