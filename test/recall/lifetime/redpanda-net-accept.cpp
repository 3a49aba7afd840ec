// Repository: redpanda-data/redpanda
// Fixed in: 219fcbc118dc5cf74682affc73b956578895bb3a
// The handler of an accepted connection waits for a quota and uses this
// afterwards; then_wrapped destroys it at the first wait.

#include "redpanda.h"

#include <vector>

struct connection {
  std::string address;
};
struct listener {
  std::string name;
  ss::future<connection> accept();
};
struct conn_quota {
  ss::future<bool> get(std::string address);
};
struct probe {
  void connection_rejected();
};

enum class stop_iteration { no, yes };

class server {
  ss::abort_source as_;
  ss::gate conn_gate_;
  conn_quota quota_;
  probe probe_;

  ss::future<> apply_protocol(connection c, std::string name);

public:
  ss::future<> accept(listener &s) {
    return ss::repeat([this, &s]() mutable {
      return s.accept().then_wrapped(
          [this, // BUG: coro-dangling-lambda-capture
           &s](ss::future<connection> f) -> ss::future<stop_iteration> {
            if (as_.abort_requested()) {
              f.ignore_ready_future();
              co_return stop_iteration::yes;
            }
            auto accepted = co_await std::move(f);
            auto name = s.name;
            if (!co_await quota_.get(accepted.address)) {
              probe_.connection_rejected();
              co_return stop_iteration::no;
            }
            auto holder = conn_gate_.hold();
            co_await apply_protocol(std::move(accepted), std::move(name));
            co_return stop_iteration::no;
          });
    });
  }
};
