// Repository: redpanda-data/redpanda
// Fixed in: 89ec9d57c3aa88a8ca49e49e00cf5a7a1e710c3b
// What a reader has read is transformed batch by batch in a continuation that
// is a coroutine and goes on using this.

#include "redpanda.h"

#include <optional>
#include <vector>

struct batch {
  std::string data;
};
using slice = std::vector<batch>;

struct reader_impl {
  virtual ~reader_impl();
  virtual ss::future<slice> do_load_slice(long deadline) = 0;
};

class transforming_reader final : public reader_impl {
  std::unique_ptr<reader_impl> source_;
  std::function<ss::future<std::optional<batch>>(batch)> transform_;

  slice make_slice(slice batches) const;

public:
  ss::future<slice> do_load_slice(long deadline) final {
    return source_->do_load_slice(deadline).then(
        [this](slice source) // BUG: coro-dangling-lambda-capture
        -> ss::future<slice> {
          slice result;
          for (batch &b : source) {
            auto changed = co_await transform_(std::move(b));
            if (changed)
              result.push_back(std::move(*changed));
          }
          co_return make_slice(std::move(result));
        });
  }
};
