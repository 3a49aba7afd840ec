// Repository: scylladb/scylladb
// Fixed in: e0f58d1e81c8623f7e14ace9ee7b613d96c4cf05
// The transfer got a reference to the local abort source, and then the abort
// source was moved beside the transfer into the map of those that run.

#include "seastar.h"

#include <map>

struct install_snapshot {
  std::string table;
};
struct snapshot_reply {
  bool success = false;
};
struct rpc {
  seastar::future<snapshot_reply> send_snapshot(int to, install_snapshot s,
                                                seastar::abort_source &as);
};

class server {
  struct transfer {
    seastar::future<> done;
    seastar::abort_source as;
    long id;
  };
  std::unique_ptr<rpc> rpc_;
  std::map<int, transfer> transfers_;
  long next_id_ = 0;

  void step(int from, snapshot_reply reply);

public:
  void send_snapshot(int to, install_snapshot &&snapshot) {
    seastar::abort_source as;
    long id = next_id_++;
    seastar::future<> f =
        seastar::yield().then([this, &as, // BUG: coro-spawn-borrows-local
                               to, snapshot = std::move(snapshot)]() mutable {
          return rpc_->send_snapshot(to, std::move(snapshot), as)
              .then([this, to](snapshot_reply reply) {
                transfers_.erase(to);
                step(to, reply);
              });
        });
    transfers_.emplace(to, transfer{std::move(f), std::move(as), id});
  }
};
