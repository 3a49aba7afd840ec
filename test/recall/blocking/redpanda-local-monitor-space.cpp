// Repository: redpanda-data/redpanda
// Fixed in: a03e063fc3ffe38a2ce733740aaef176e9a9fd34
// A helper of the coroutine asked the file system for the free space, on the
// thread of the reactor.

#include "redpanda.h"

#include <filesystem>
#include <vector>

struct disk {
  std::string path;
  std::uintmax_t free, total;
};

class local_monitor {
  std::vector<disk> state_;
  std::filesystem::path data_directory_;

  std::vector<disk> get_disks() {
    auto info = std::filesystem::space(data_directory_);
    return {disk{data_directory_.string(), info.free, info.capacity}};
  }

public:
  ss::future<> update_state() {
    auto disks = get_disks(); // BUG: coro-blocking-call
    state_ = std::move(disks);
    co_return;
  }
};
