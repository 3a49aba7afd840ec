// Repository: redpanda-data/redpanda
// Fixed in: ec90163a82d00cf0432a76a99e9ee45c7c394970
// The exception of a failed future was asked for twice: the first time takes it
// away, so that the message showed nothing.

#include "redpanda.h"

bool is_shutdown_exception(const std::exception_ptr &e);
void log_error(const std::string &path, std::exception_ptr e);
ss::future<> delete_file(std::string path);

class cache {
  ss::gate gate_;

public:
  ss::future<> clean_up(std::string path, std::exception_ptr failure) {
    if (!gate_.is_closed()) {
      auto deleted = co_await ss::coroutine::as_future(delete_file(path));
      if (deleted.failed() && !is_shutdown_exception(deleted.get_exception()))
        log_error(path,
                  deleted.get_exception()); // BUG: coro-task-reused
    }
    std::rethrow_exception(failure);
  }
};
