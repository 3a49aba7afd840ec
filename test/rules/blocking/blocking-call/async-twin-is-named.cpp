// RUN: %check_rule %s coro-blocking-call
// Where the asynchronous function stands beside the one that blocks, a note
// leads to it.

#include "lazy.h"
#include <string>

namespace db {

class connection {
public:
  [[clang::annotate("corolint::blocking", "waits for the server")]] //
  std::string
  query(std::string text);
  lib::task<std::string> async_query(std::string text);

  [[clang::annotate("corolint::blocking", "waits for the server")]] //
  void
  commit();
  template <class Token> auto commitAsync(Token &&token);

  [[clang::annotate("corolint::blocking", "waits for the server")]] //
  void
  close();
  void async_close(void (*done)());
};

[[clang::annotate("corolint::blocking")]] connection connect();
lib::task<connection> co_connect();

} // namespace db

// Found four times; close has no twin that could be awaited.
lib::task<std::string> ask(std::string question) {
  db::connection to = db::connect();
  // CHECK: :[[@LINE-1]]:27: warning: 'connect' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:24: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-9]]:23: note: 'co_connect' is its asynchronous twin
  // CHECK: :[[@LINE-4]]:27: note: co_await 'co_connect' instead
  std::string answer = to.query(question);
  // CHECK: :[[@LINE-1]]:27: warning: 'query' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:27: note: 'query' waits for the server
  // CHECK: :[[@LINE-9]]:24: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-29]]:26: note: 'async_query' is its asynchronous twin
  // CHECK: :[[@LINE-5]]:27: note: co_await 'async_query' instead
  to.commit();
  // CHECK: :[[@LINE-1]]:6: warning: 'commit' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:6: note: 'commit' waits for the server
  // CHECK: :[[@LINE-15]]:24: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-30]]:31: note: 'commitAsync' is its asynchronous twin
  // CHECK: :[[@LINE-5]]:6: note: co_await 'commitAsync' instead
  to.close();
  // CHECK: :[[@LINE-1]]:6: warning: 'close' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:6: note: 'close' waits for the server
  // CHECK: :[[@LINE-21]]:24: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-4]]:6: note: co_await an asynchronous operation, or move the call to a thread that may block
  co_return answer;
}

// Not found.
lib::task<std::string> ask_well(std::string question) {
  db::connection to = co_await db::co_connect();
  co_return co_await to.async_query(question);
}
