// Repository: redpanda-data/redpanda
// Fixed in: 9c5794eb988c22fc640edd3195137d587149af29
// The continuation lends its captures to a coroutine that redirects a failed
// request; it dies with them while that one is waiting.

#include "redpanda.h"

struct request {
  std::string host;
};
struct ntp {
  std::string topic;
  int partition;
};
enum class errc { success, not_leader };

struct partition {
  ss::future<errc> transfer_leadership(int target);
};
struct partition_manager {
  ss::lw_shared_ptr<partition> get(const ntp &of);
};

class admin_server {
  ss::sharded<partition_manager> &partitions_;

  std::string redirect(const request &r, const ntp &of) const;

  ss::future<> throw_on_error(const request &r, errc ec, const ntp &of) const {
    if (ec == errc::success)
      co_return;
    co_await ss::sleep(std::chrono::milliseconds(100));
    throw std::runtime_error(redirect(r, of));
  }

public:
  ss::future<bool> transfer(std::unique_ptr<request> req, ntp of, int target) {
    co_return co_await partitions_.invoke_on(
        1, [of, target, this,
            req = std::move(req)](partition_manager &pm) mutable {
          return pm.get(of)->transfer_leadership(target).then(
              [this, req = std::move(req), // BUG: coro-dangling-lambda-capture
               of](errc ec) -> ss::future<bool> {
                co_await throw_on_error(*req, ec, of);
                co_return true;
              });
        });
  }

  explicit admin_server(ss::sharded<partition_manager> &p) : partitions_(p) {}
};
