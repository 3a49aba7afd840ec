// Repository: redpanda-data/redpanda
// Fixed in: 26b982ce53b6efdb1ac6d8e7bd5572cf727ab4d5
// The reader makes its parser when it reads for the first time. If it is
// stopped while that waits, it finds no parser to close, and has one later.

#include "redpanda.h"

#include <deque>

struct batch_parser {
  ss::future<int> consume();
  ss::future<> close();
};

class segment_batch_reader {
  std::unique_ptr<batch_parser> parser_;
  std::deque<int> ringbuf_;

  ss::future<std::unique_ptr<batch_parser>> init_parser();

public:
  ss::future<std::deque<int>> read_some() {
    if (ringbuf_.empty()) {
      if (!parser_)
        parser_ = co_await init_parser(); // BUG: coro-race-across-await
      ringbuf_.push_back(co_await parser_->consume());
    }
    co_return std::exchange(ringbuf_, {});
  }
  ss::future<> stop() {
    if (auto parser = std::exchange(parser_, nullptr))
      co_await parser->close();
  }
};
