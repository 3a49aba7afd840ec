// Repository: redpanda-data/redpanda
// Fixed in: 40103df90e5d43b1e50b8d049ac48c0fef2f8ce6
// with_file keeps the file alive until the function is done, but not the
// function; the coroutine that reads the index uses this after its first wait.

#include "redpanda.h"

struct index_state {
  std::string entries;
};
index_state decode(std::string bytes);

class segment_index {
  index_state state_;

  ss::future<ss::file> open();

public:
  ss::future<bool> materialize_index() {
    return ss::with_file(
        open(),
        [this](ss::file &f) // BUG: coro-dangling-lambda-capture
        -> ss::future<bool> {
          auto size = co_await f.size();
          auto bytes = co_await f.read(0, size);
          if (bytes.empty())
            co_return false;
          try {
            state_ = decode(std::move(bytes));
            co_return true;
          } catch (const std::runtime_error &) {
            co_return false;
          }
        });
  }
};
