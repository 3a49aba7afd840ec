// RUN: %check_rule %s coro-discarded-task
// A call that makes an object's member or an argument drops nothing.

#include "lazy.h"
#include <utility>

lib::task<int> fetch(int id);

struct request {
  lib::task<int> reply;
  int attempts;
};

class page {
public:
  page() : body_(fetch(2)) {}
  explicit page(lib::task<int> body) : body_(std::move(body)) {}
  lib::task<int> size() { co_return co_await head_ + co_await body_; }

private:
  lib::task<int> head_ = fetch(1);
  lib::task<int> body_;
};

lib::task<int> global_fetch = fetch(0);

lib::task<int> twice(lib::task<int> pending = fetch(3)) {
  co_return 2 * co_await pending;
}

lib::task<int> load() {
  request first{fetch(4), 1};
  request second{.reply = fetch(5), .attempts = 2};
  page whole;
  co_return co_await twice() + co_await first.reply + co_await second.reply +
      co_await whole.size();
}

// CHECK-NONE
