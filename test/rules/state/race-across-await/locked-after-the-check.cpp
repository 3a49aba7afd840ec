// RUN: %check_rule %s coro-race-across-await
// A lock that is taken between the check and the act lets in one after the
// other, each with what it saw before.

#include "async_mutex.h"
#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();
lib::task<void> prepare();

struct session {
  bool ready = false;
  int number = 0;
};

class client {
public:
  lib::task<std::shared_ptr<int>> not_asked_again() {
    if (connection_)
      co_return connection_;
    auto held = co_await mutex_.scoped_lock();
    connection_ = co_await connect();
    // CHECK: :[[@LINE-1]]:5: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-5]]:9: note: checked here
    // CHECK: :[[@LINE-3]]:19: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return connection_;
  }

  lib::task<void> whole_object() {
    if (session_.ready)
      co_return;
    auto held = co_await mutex_.scoped_lock();
    session next;
    next.ready = true;
    co_await prepare();
    session_ = next;
    // CHECK: :[[@LINE-1]]:5: warning: 'session_.ready' is checked before a suspension and changed after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
    // CHECK: :[[@LINE-8]]:9: note: checked here
    // CHECK: :[[@LINE-4]]:5: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'session_.ready' again after the suspension, mark it as taken before, or hold an async lock over both
  }

  lib::task<std::shared_ptr<int>> asked_again() {
    if (connection_)
      co_return connection_;
    auto held = co_await mutex_.scoped_lock();
    if (connection_)
      co_return connection_;
    connection_ = co_await connect();
    co_return connection_;
  }

  lib::task<void> whole_object_asked_again() {
    if (session_.ready)
      co_return;
    auto held = co_await mutex_.scoped_lock();
    if (session_.ready)
      co_return;
    session next;
    next.ready = true;
    co_await prepare();
    session_ = next;
  }

  lib::task<void> held_over_both() {
    auto held = co_await mutex_.scoped_lock();
    if (session_.ready)
      co_return;
    session next;
    co_await prepare();
    session_ = next;
  }

private:
  lib::async_mutex mutex_;
  std::shared_ptr<int> connection_;
  session session_;
};
