// Repository: redpanda-data/redpanda
// Fixed in: fac579e93011e1d9770f35701cc1f2068c630542
// Inside of a try block the units of a mutex were kept as a future.

#include "redpanda.h"

#include <vector>

template <class Clock> class usage_aggregator {
  struct bucket {
    typename Clock::time_point begin;
    long bytes = 0;
  };
  ss::gate gate_;
  mutex m_;
  std::vector<bucket> buckets_;

  ss::future<long> close_window();

public:
  ss::future<> grab_data(std::size_t index);
};

template <class Clock>
ss::future<> usage_aggregator<Clock>::grab_data(std::size_t index) {
  auto holder = gate_.hold();
  try {
    auto units = m_.get_units(); // BUG: coro-discarded-task
    const auto begin = buckets_[index].begin;
    const long bytes = co_await close_window();
    if (buckets_[index].begin == begin)
      buckets_[index].bytes = bytes;
  } catch (const std::runtime_error &) {
  }
}

template class usage_aggregator<std::chrono::steady_clock>;
