// Repository: redpanda-data/redpanda
// Fixed in: df224c73b9f5216c63e3021719b68162a310abae
// A reader can be stopped from two sides. The second one still sees the parser
// that the first is waiting to be closed, and closes it again.

#include "redpanda.h"

struct batch_parser {
  ss::future<> close();
};

class segment_batch_reader {
  ss::gate gate_;
  std::unique_ptr<batch_parser> parser_;
  bool stopped_ = false;

public:
  bool is_stopped() const { return stopped_; }

  ss::future<> stop() {
    co_await gate_.close();
    if (parser_) {
      co_await parser_->close();
      parser_.reset(); // BUG: coro-race-across-await
    }
    stopped_ = true;
  }
};
