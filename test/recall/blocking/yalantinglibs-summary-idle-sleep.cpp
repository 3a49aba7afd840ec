// Repository: alibaba/yalantinglibs
// Fixed in: 4f4b010bcce6359f51842f21a519fa28aeefb50a
// With nothing in the queue the coroutine put its whole thread to sleep.

#include "async_simple.h"

#include <atomic>
#include <deque>
#include <memory>
#include <thread>

using async_simple::coro::Lazy;

class summary {
  struct block_t {
    std::atomic<bool> stop = false;
    std::deque<double> samples;
    double sum = 0;
  };

  Lazy<void> start(std::shared_ptr<block_t> block) {
    while (!block->stop) {
      for (int n = 0; n < 100 && !block->samples.empty(); ++n) {
        block->sum += block->samples.front();
        block->samples.pop_front();
      }
      co_await async_simple::coro::Yield{};
      if (block->samples.empty()) {
        std::this_thread::sleep_for( // BUG: coro-blocking-call
            std::chrono::milliseconds(5));
      }
    }
    co_return;
  }

public:
  Lazy<void> run() { return start(std::make_shared<block_t>()); }
};
