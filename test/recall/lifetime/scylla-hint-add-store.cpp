// Repository: scylladb/scylladb
// Fixed in: 7bc59e93b2e433d867d1af846d0bd458c1226084
// The continuation that fills a new hint store is a coroutine; after the list
// of segments has been read, its captured this is gone with the continuation.

#include "seastar.h"

#include <vector>

struct commitlog {
  static seastar::future<commitlog> create(int base_id);
  seastar::future<std::vector<std::string>> get_segments_to_replay();
};

class hint_sender {
  std::vector<std::string> segments_;

public:
  bool have_segments() const { return !segments_.empty(); }
  void add_segment(std::string name) { segments_.push_back(name); }
};

class hint_endpoint_manager {
  hint_sender sender_;
  int last_base_id_ = 0;

public:
  seastar::future<commitlog> add_store() {
    return commitlog::create(last_base_id_ + 1)
        .then([this](commitlog log) // BUG: coro-dangling-lambda-capture
              -> seastar::future<commitlog> {
          if (sender_.have_segments())
            co_return log;
          auto names = co_await log.get_segments_to_replay();
          for (std::string &name : names)
            sender_.add_segment(std::move(name));
          co_return log;
        });
  }
};
