// Repository: redpanda-data/redpanda
// Fixed in: 1813ff6e4e9da61d6239abbd03e291468406659c
// After a change of the configuration has been cancelled, the leader may have
// to step down: under a lock, which the continuation awaits before it uses its
// captured this again.

#include "redpanda.h"

enum class errc { success, shutting_down };

class consensus {
  mutex op_lock_;
  int self_ = 0;

  bool is_voter(int node) const;
  void do_step_down(const std::string &why);
  template <class Func>
  ss::future<errc> interrupt_configuration_change(long revision, Func change);

public:
  ss::future<errc> cancel_configuration_change(long revision) {
    return interrupt_configuration_change(
               revision, [revision](long r) { return r == revision; })
        .then([this](errc ec) // BUG: coro-dangling-lambda-capture
              -> ss::future<errc> {
          if (ec == errc::success && !is_voter(self_)) {
            mutex::units u;
            try {
              u = co_await op_lock_.get_units();
            } catch (const std::runtime_error &) {
              co_return errc::shutting_down;
            }
            do_step_down("current leader is not voter");
          }
          co_return ec;
        });
  }
};
