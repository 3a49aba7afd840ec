// Repository: redpanda-data/redpanda
// Fixed in: 8a3d19fdd3d241fbf88e9c399829f459c58d0c52
// A request with a buffer of shared fragments was moved to the shard that owns
// the group; the counts of the fragments are those of the first shard.

#include "redpanda.h"

#include <list>

struct fragment {
  ss::lw_shared_ptr<std::string> bytes;
  std::size_t used = 0;
};
class iobuf {
  std::list<fragment> fragments_;

public:
  iobuf share() const;
  iobuf copy() const;
};

struct install_snapshot_request {
  long group = 0;
  iobuf chunk;
};
struct install_snapshot_reply {
  bool success = false;
};
struct consensus {
  ss::future<install_snapshot_reply>
  install_snapshot(install_snapshot_request &&r);
};
consensus *find_group(long group);
unsigned shard_for(long group);

ss::future<install_snapshot_reply>
dispatch_install(install_snapshot_request r) {
  auto shard = shard_for(r.group);
  return ss::smp::submit_to(
      shard, [r = std::move(r)]() mutable { // BUG: coro-unsafe-spawn-capture
        return find_group(r.group)->install_snapshot(std::move(r));
      });
}
