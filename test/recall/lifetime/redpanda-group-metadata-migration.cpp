// Repository: redpanda-data/redpanda
// Fixed in: 8c23bec9e6065649869d0950963d3632cd781819
// The migration runs in the background for as long as it takes; the lambda it
// is the body of was a temporary of the statement that started it.

#include "redpanda.h"

struct topics_state {
  bool contains(const std::string &topic) const;
};

class group_metadata_migration {
  ss::gate background_gate_;
  ss::abort_source as_;
  topics_state &topics_;
  bool active_ = false;

  ss::future<> activate_feature(ss::abort_source &as);
  ss::future<> do_apply();

public:
  explicit group_metadata_migration(topics_state &topics) : topics_(topics) {}

  void start() {
    ssx::background =
        ssx::spawn_with_gate_then(
            background_gate_,
            [this]() -> ss::future<> { // BUG: coro-dangling-lambda-capture
              while (!active_ && !as_.abort_requested()) {
                if (!topics_.contains("group")) {
                  try {
                    co_await activate_feature(as_);
                    continue;
                  } catch (const std::exception &) {
                  }
                  co_await ss::sleep_abortable(std::chrono::seconds(5), as_);
                } else {
                  co_return co_await do_apply();
                }
              }
            })
            .handle_exception_type([](const std::logic_error &) {});
  }

  ss::future<> stop() { return background_gate_.close(); }
};
