// Loops that sleep without descriptors, in the ways of their library, and
// threads that are no loops: nothing is reported.
#include <boost/asio.hpp>
#include <chrono>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

static std::mutex lock;
static int counter = 0;

static asio::awaitable<void> work() {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  for (int i = 0; i != 50; ++i) {
    timer.expires_after(1ms);
    co_await timer.async_wait(asio::use_awaitable);
    const std::lock_guard held(lock);
    ++counter;
  }
}

/// Computes in small pieces, each a round of the loop.
static asio::awaitable<void> pieces() {
  for (int i = 0; i != 100; ++i) {
    const auto end = std::chrono::steady_clock::now() + 3ms;
    while (std::chrono::steady_clock::now() < end)
      counter = i;
    co_await asio::post(asio::use_awaitable);
  }
}

int main() {
  // One thread at a time waits for events, the others for that one.
  asio::io_context shared;
  std::vector<std::jthread> threads;
  for (int i = 0; i != 8; ++i)
    asio::co_spawn(shared, work(), asio::detached);
  for (int i = 0; i != 3; ++i)
    threads.emplace_back([&shared] { shared.run(); });
  threads.clear();

  asio::io_context single;
  asio::co_spawn(single, work(), asio::detached);
  asio::co_spawn(single, pieces(), asio::detached);
  single.run();

  asio::thread_pool pool(2);
  std::latch done(1);
  asio::post(pool, [&done] {
    std::this_thread::sleep_for(150ms);
    done.count_down();
  });
  done.wait();
  pool.join();
}
