// Repository: redpanda-data/redpanda
// Fixed in: bad6a57ab325e1bb23be17ac409f0b9f1b502af0
// A plain pointer to the archiver was put into what runs at the end of the
// function. A change of the configuration may have made another one by then.

#include "redpanda.h"

#include <functional>
#include <optional>

struct archiver {
  ss::future<bool> prepare_transfer();
  void complete_transfer();
  ss::future<> stop();
};
class deferred {
public:
  explicit deferred(std::function<void()> call) : call_(std::move(call)) {}
  ~deferred() { call_(); }

private:
  std::function<void()> call_;
};

class partition {
  std::unique_ptr<archiver> archiver_;

  ss::future<bool> do_transfer(int target);

public:
  ss::future<> restart_archiver() {
    auto old = std::exchange(archiver_, nullptr);
    if (old)
      co_await old->stop();
    archiver_ = std::make_unique<archiver>();
  }
  ss::future<bool> transfer_leadership(int target) {
    std::optional<deferred> complete;
    if (archiver_) {
      complete.emplace(
          [a = archiver_.get()] { // BUG: coro-stale-reference-across-await
            a->complete_transfer();
          });
      if (!co_await archiver_->prepare_transfer())
        co_return false;
    }
    co_return co_await do_transfer(target);
  }
};
