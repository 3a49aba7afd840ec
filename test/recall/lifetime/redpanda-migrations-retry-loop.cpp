// Repository: redpanda-data/redpanda
// Fixed in: 5deb0ebc1544e85aa2719b32fec853b22a75fe5e
// The loop that tries again after a pause has the function by reference; two of
// its callers return the future, and the function was a temporary of theirs.

#include "redpanda.h"

enum class errc { success, shutting_down, timeout, topic_not_exists };

struct retry_chain_node {
  bool retry();
  std::chrono::milliseconds delay() const;
  long deadline() const;
};
struct topics_frontend {
  ss::future<errc> delete_topic(const std::string &topic, long deadline);
};

namespace {
template <class TryFunc>
ss::future<errc> retry_loop(retry_chain_node &rcn, TryFunc &&try_func) {
  while (true) {
    errc ec;
    try {
      ec = co_await try_func();
      if (ec == errc::success || ec == errc::shutting_down)
        co_return ec;
    } catch (const std::exception &) {
      ec = errc::timeout;
    }
    if (!rcn.retry())
      co_return ec;
    co_await ss::sleep(rcn.delay());
  }
}
} // namespace

class backend {
  topics_frontend &frontend_;

  ss::future<errc> do_unmount(const std::string &topic, retry_chain_node &rcn);

public:
  explicit backend(topics_frontend &f) : frontend_(f) {}

  ss::future<errc> delete_topic(const std::string &topic,
                                retry_chain_node &rcn) {
    return retry_loop(rcn,
                      [this, &topic, &rcn] { // BUG: coro-dangling-parameter
                        return frontend_.delete_topic(topic, rcn.deadline());
                      });
  }

  ss::future<errc> unmount_topic(const std::string &topic,
                                 retry_chain_node &rcn) {
    return retry_loop(rcn,
                      [this, &topic, &rcn] { // BUG: coro-dangling-parameter
                        return do_unmount(topic, rcn);
                      });
  }
};
