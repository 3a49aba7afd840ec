// Repository: redpanda-data/redpanda
// Fixed in: 658168efc26d49fd260e55203a70e9ad7767ee61
// do_until calls what it repeats on the spot the first time, and moves it away
// if that has to wait: the coroutine goes on with the closure that was left.

#include "redpanda.h"

class config_manager {
  ss::gate gate_;
  ss::abort_source as_;
  int self_ = 0;
  int seen_version_ = 0;
  bool bootstrap_complete_ = false;

  ss::future<int> wait_for_leader();
  ss::future<> do_bootstrap();

public:
  void start_bootstrap() {
    ssx::background =
        ssx::spawn_with_gate_then(gate_, [this] {
          return ss::do_until(
              [this] { return as_.abort_requested() || bootstrap_complete_; },
              [this]() -> ss::future<> { // BUG: coro-dangling-lambda-capture
                if (seen_version_ != 0) {
                  bootstrap_complete_ = true;
                  co_return;
                }
                auto leader = co_await wait_for_leader();
                if (leader == self_)
                  co_await do_bootstrap();
                else
                  co_await ss::sleep_abortable(std::chrono::seconds(5), as_);
              });
        }).handle_exception([](std::exception_ptr) {});
  }
};
