// Repository: redpanda-data/redpanda
// Fixed in: 8b0915f8e22d9768c5f0458c80048ee4f847af3f
// A look-up was made into a future, to go on if it fails. But nobody took the
// exception out of the future, whatever it was.

#include "redpanda.h"

#include <vector>

struct store {
  ss::future<std::vector<int>> get_subject_config_written_at(int subject);
};
struct batch_builder {
  void add(std::vector<int> keys);
  int build();
};

class seq_writer {
  store &store_;

  ss::future<bool> produce_and_apply(int batch);

public:
  explicit seq_writer(store &s) : store_(s) {}
  ss::future<bool> delete_subject(int subject) {
    batch_builder rb;
    auto conf = co_await ss::coroutine::as_future( // BUG: coro-ignored-error
        store_.get_subject_config_written_at(subject));
    if (!conf.failed())
      rb.add(conf.get());
    co_return co_await produce_and_apply(rb.build());
  }
};
