// Repository: scylladb/scylladb
// Fixed in: aa18c3ed4ab4d01ffd40da0c8c68dae375c74489
// The statement runs while another insert may find that it is out of date and
// let go of it; then it runs on without an object.

#include "seastar.h"

struct statement {
  seastar::future<> execute(int options);
};

class table_helper {
  seastar::shared_ptr<statement> insert_stmt_;
  bool prepared_ = false;

  seastar::future<bool> try_prepare();

  seastar::future<> cache_table_info() {
    if (prepared_)
      co_return;
    insert_stmt_ = {};
    prepared_ = co_await try_prepare();
    insert_stmt_ = seastar::make_shared<statement>();
  }

public:
  void on_drop_table() { prepared_ = false; }

  seastar::future<> insert(int options) {
    co_await cache_table_info();
    co_await insert_stmt_->execute( // BUG: coro-stale-reference-across-await
        options);
  }
};
