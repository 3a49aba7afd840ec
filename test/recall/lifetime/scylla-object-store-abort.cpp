// Repository: scylladb/scylladb
// Fixed in: 8cb32a995845a31e8af8ff3adf93579ed5ab70a1
// A parameter was captured by reference in a function that a thread of its own
// calls later; what is returned is the future of that thread.

#include "seastar.h"

#include <vector>

struct sstable_directory {
  seastar::future<> start(std::string prefix, seastar::abort_source *as);
  std::vector<std::string> unsorted() const;
};
using start_function = std::function<seastar::future<>(sstable_directory &)>;
using abort_getter = std::function<seastar::abort_source *()>;

seastar::future<> process(sstable_directory &directory, std::string table);

seastar::future<> get_sstables_from(std::string table,
                                    start_function start_dir) {
  return seastar::async(
      [table = std::move(table), start_dir = std::move(start_dir)] {
        sstable_directory directory;
        start_dir(directory).get();
        process(directory, table).get();
      });
}

seastar::future<> get_sstables_from_object_store(std::string table,
                                                 std::string prefix,
                                                 abort_getter get_abort) {
  return get_sstables_from(
      std::move(table), [prefix, &get_abort]( // BUG: coro-spawn-borrows-local
                            sstable_directory &directory) {
        seastar::abort_source *as = get_abort ? get_abort() : nullptr;
        return directory.start(prefix, as);
      });
}
