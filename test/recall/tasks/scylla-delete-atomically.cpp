// Repository: scylladb/scylladb
// Fixed in: 84542dadfa50fb03779d373600a50aed12b888dd
// The deletions of the log entries were started in a loop and left to
// themselves; the future that is returned knows nothing of them.

#include "seastar.h"

#include <vector>

struct sstable {
  std::string name;
};

struct large_data_handler {
  seastar::future<> maybe_delete_entry(const sstable &s) const;
};

seastar::future<> delete_sstables(std::vector<std::string> names);

seastar::future<>
delete_atomically(std::vector<seastar::lw_shared_ptr<sstable>> tables,
                  const large_data_handler &handler) {
  for (const auto &table : tables) {
    handler.maybe_delete_entry(*table); // BUG: coro-discarded-task
  }
  std::vector<std::string> names;
  for (const auto &table : tables)
    names.push_back(table->name);
  return delete_sstables(std::move(names));
}
