// Repository: scylladb/scylladb
// Fixed in: eaa2ce1bb51df5ea90f51237b53ca1e88d939057
// Two readers find that the checksums are not there yet, both read them from
// the disk, and the second takes the place of what the first has given out.

#include "seastar.h"

#include <vector>

struct checksum {
  std::vector<unsigned> checksums;
};
struct components {
  checksum *sum = nullptr;
};

class sstable {
  seastar::lw_shared_ptr<components> components_;

  seastar::future<std::vector<unsigned>> read_crc_file();

public:
  seastar::future<checksum *> read_checksum() {
    if (components_->sum)
      co_return components_->sum;
    auto *fresh = new checksum;
    fresh->checksums = co_await read_crc_file();
    components_->sum = fresh; // BUG: coro-race-across-await
    co_return fresh;
  }
};
