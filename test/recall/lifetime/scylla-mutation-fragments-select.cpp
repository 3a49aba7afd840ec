// Repository: scylladb/scylladb
// Fixed in: c228e4d51809eedff0f2b9086d76e24d8be9efea
// The continuation that makes the rows captured everything by reference; the
// function that owns it all returns the future and is gone.

#include "seastar.h"

#include <vector>

struct partition_slice {
  std::vector<int> columns;
};
struct query_result {
  std::string bytes;
};
class result_builder {
public:
  result_builder(const std::string &selection, long now);
  void consume(const query_result &from, const partition_slice &slice);
  std::vector<std::string> build();
};
struct query_options {
  long timeout = 0;
};

class mutation_fragments_select_statement {
  std::string selection_;

  partition_slice make_slice(const query_options &options) const;
  seastar::future<query_result> do_query(partition_slice slice,
                                         long timeout) const;
  seastar::future<std::vector<std::string>> execute_paged(long now) const;

public:
  seastar::future<std::vector<std::string>>
  execute(const query_options &options, long now_in, bool paged) const {
    auto now = now_in / 1000;
    auto slice = make_slice(options);
    if (paged)
      return execute_paged(now);
    return do_query(slice, options.timeout)
        .then([&, this](query_result r) { // BUG: coro-spawn-borrows-local
          result_builder builder(selection_, now);
          builder.consume(r, slice);
          return builder.build();
        });
  }
};
