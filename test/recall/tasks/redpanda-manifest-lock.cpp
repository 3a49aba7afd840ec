// Repository: redpanda-data/redpanda
// Fixed in: 0811067cfe09471f67e4894acafd44b326c933a6
// The manifest was written out under a lock that was only asked for.

#include "redpanda.h"

struct output {
  std::string text;
};

class archival_stm {
  mutex manifest_lock_;

public:
  ss::future<mutex::units> acquire_manifest_lock() {
    return manifest_lock_.get_units();
  }
};

struct cloud_partition {
  ss::future<> serialize_json(output &out);
};

class partition {
  ss::shared_ptr<archival_stm> stm_;
  ss::shared_ptr<cloud_partition> cloud_;

public:
  ss::future<> serialize_manifest(output &out) {
    if (!stm_.get() || !cloud_.get())
      throw std::runtime_error("not configured for cloud storage");

    auto lock = stm_->acquire_manifest_lock(); // BUG: coro-discarded-task

    co_await cloud_->serialize_json(out);
  }
};
