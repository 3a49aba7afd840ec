// Repository: scylladb/scylladb
// Fixed in: 59df47920b8e71669c4e6f7218f1b7449a656483
// A node to work on has a pointer into the topology. To run a command gives the
// guard of the topology back, and when the command fails the pointer is used to
// say what was going on.

#include "seastar.h"

#include <map>
#include <string>

struct replica_state {
  std::string state;
};
struct guard {};
struct node_to_work_on {
  int id = 0;
  const replica_state *rs = nullptr;
};
void log_warning(int id, const std::string &state);

class topology_coordinator {
  std::map<int, replica_state> nodes_;

  seastar::future<> exec_global_command(int command);
  seastar::future<> mark(int id);

public:
  void on_removed(int id) { nodes_.erase(id); }

  seastar::future<> rollback_to_normal(int id) {
    node_to_work_on node{// BUG: coro-stale-reference-across-await
                         id, &nodes_.at(id)};
    bool failed = false;
    try {
      co_await exec_global_command(1);
    } catch (const std::exception &) {
      log_warning(node.id, node.rs->state);
      failed = true;
    }
    if (failed)
      co_await mark(node.id);
  }
};
