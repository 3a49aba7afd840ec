// Repository: jbaldwin/libcoro
// Fixed in: d9f7dc591d34eb0cb4c6eb17e8fefe43fbcf65e3
// The awaiter of a queue took the asynchronous mutex of the queue by waiting
// for a task, on the thread of whoever pops.

#include "libcoro.h"

#include <queue>

class queue {
  coro::mutex mutex_;
  std::queue<int> elements_;

public:
  struct awaiter {
    queue &q;
    int element = 0;

    coro::task<coro::scoped_lock> acquire_lock() {
      co_return co_await q.mutex_.scoped_lock();
    }
    bool await_ready() {
      auto lock = coro::sync_wait(acquire_lock()); // BUG: coro-sync-wait
      if (q.elements_.empty())
        return false;
      element = q.elements_.front();
      q.elements_.pop();
      return true;
    }
    void await_suspend(std::coroutine_handle<> handle);
    int await_resume() { return element; }
  };

  awaiter pop() { return {*this}; }
};

coro::task<int> consume(queue &q) { co_return co_await q.pop(); }
