// Repository: erigontech/silkworm
// Fixed in: c1aedc5ac838d08472ddf88970cd421a7e493ecd
// The task of a named lambda was handed to the executor and its end returned:
// the lambda, with the callback in it, is gone before the task begins.

#include "asio.h"

#include <functional>

template <class T> using Task = boost::asio::awaitable<T>;

template <class Context, class F> auto spawn_task(Context &context, F &&f) {
  return boost::asio::co_spawn(context, std::forward<F>(f),
                               boost::asio::use_awaitable);
}

struct rw_txn {
  long id = 0;
};

class triggers_stage {
  boost::asio::io_context ioc_;
  rw_txn *current_tx_ = nullptr;

public:
  void forward(rw_txn &tx) {
    current_tx_ = &tx;
    ioc_.restart();
    ioc_.run();
  }

  Task<void> schedule(std::function<void(rw_txn &)> callback) {
    auto task_caller = [this, // BUG: coro-dangling-lambda-capture
                        c = std::move(callback)]() -> Task<void> {
      rw_txn *tx = this->current_tx_;
      c(*tx);
      co_return;
    };
    return spawn_task(ioc_, task_caller());
  }
};
