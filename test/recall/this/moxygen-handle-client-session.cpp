// Repository: facebookexperimental/moxygen
// Fixed in: e918bcef1e763b299190459ba137f1d61bcec7bd
// The server waits for the end of each session. Whoever holds the server may
// let go of it before the last session has ended.

#include "folly.h"

#include <functional>
#include <memory>
#include <set>

struct moq_session {
  void start();
  void on_end(std::function<void()> call);
};

class moq_server_base {
public:
  virtual ~moq_server_base() = default;

protected:
  virtual void on_new_session(std::shared_ptr<moq_session> session) = 0;
  virtual void terminate(std::shared_ptr<moq_session> session) = 0;

  folly::coro::Task<void>
  handle_client_session(std::shared_ptr<moq_session> session) {
    on_new_session(session);
    session->start();
    folly::coro::Baton ended;
    session->on_end([&ended] { ended.post(); });
    co_await ended;
    terminate(std::move(session));
  }
};

class moq_server : public moq_server_base {
  folly::Executor *evb_ = nullptr;

public:
  void on_connection(std::shared_ptr<moq_session> session) {
    co_withExecutor(evb_, handle_client_session( // BUG: coro-dangling-this
                              std::move(session)))
        .start();
  }
};

class relay {
  std::shared_ptr<moq_server> server_;

public:
  void stop() { server_.reset(); }
};
