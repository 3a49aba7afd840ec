// Repository: erigontech/silkworm
// Fixed in: 50555cf4ae203bf45763ff3b86d4aff09aca835b
// What starts an operation posts it to a pool, with everything by reference:
// also the function that it has itself captured, and it is gone when it is run.

#include "asio.h"

#include <functional>
#include <vector>

template <class T> using Task = boost::asio::awaitable<T>;

class worker_pool {};
struct this_executor {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<> handle) const noexcept;
  boost::asio::io_context::executor_type await_resume() const noexcept;
};

template <class F, class Argument>
Task<std::invoke_result_t<F, Argument>> async_task(worker_pool &runner, F fn,
                                                   Argument argument) {
  using Result = std::invoke_result_t<F, Argument>;
  auto executor = co_await this_executor{};
  co_return co_await boost::asio::async_compose<Result>(
      [&executor, &runner, fn = std::move(fn),
       argument](boost::asio::composed_self<Result> self) {
        boost::asio::post(
            runner, [&, self]() mutable { // BUG: coro-spawn-borrows-local
              auto result = fn(argument);
              boost::asio::post(executor, [result, self]() mutable {
                self.complete(std::move(result));
              });
            });
      },
      boost::asio::use_awaitable);
}

using bytes = std::vector<char>;
bytes trace_block(long number);

Task<bytes> trace(worker_pool &workers, long number) {
  std::function<bytes(long)> execute = [](long n) { return trace_block(n); };
  co_return co_await async_task(workers, execute, number);
}
