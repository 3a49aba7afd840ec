// Repository: scylladb/scylladb
// Fixed in: 05a00fe140adfc141066df88b58845a072a2091d
// Each time the manager is enabled it starts a fiber and keeps its future. To
// drain it only tells the fiber to end, so that the next future may replace one
// whose fiber still runs, and stop() waits for the last one only.

#include "seastar.h"

#include <set>

class compaction_manager {
  seastar::condition_variable postponed_reevaluation_;
  std::set<int> postponed_;
  seastar::future<> waiting_ = seastar::make_ready_future<>();
  int disabled_ = 1;

  bool is_disabled() const { return disabled_ > 0; }
  void submit(int table);
  seastar::future<> stop_ongoing();

  seastar::future<> reevaluate_postponed() {
    while (true) {
      co_await postponed_reevaluation_.when();
      if (is_disabled()) {
        postponed_.clear();
        co_return;
      }
      for (int table : std::exchange(postponed_, {}))
        submit(table);
    }
  }

public:
  void enable() {
    if (--disabled_ > 0)
      return;
    waiting_ = reevaluate_postponed(); // BUG: coro-dangling-this
  }
  seastar::future<> drain() {
    ++disabled_;
    co_await stop_ongoing();
    postponed_reevaluation_.signal();
  }
  seastar::future<> stop() {
    co_await drain();
    co_await std::move(waiting_);
  }
};
