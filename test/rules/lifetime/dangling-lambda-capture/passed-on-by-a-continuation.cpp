// RUN: %check_rule %s coro-dangling-lambda-capture
// A lambda that is no coroutine hands its copy to one by reference.

#include "seastar_future.h"
#include <string>

seastar::future<> tick();
void use(const std::string &text);

seastar::future<> send(const std::string &text) {
  co_await tick();
  use(text);
}
seastar::future<> send_copy(std::string text) {
  co_await tick();
  use(text);
}

seastar::future<> by_reference(std::string text) {
  return tick().then([text] { return send(text); });
  // CHECK: :[[@LINE-1]]:22: warning: this lambda lends its capture 'text' to a coroutine, but 'then' destroys the lambda when it has returned [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-11]]:3: note: 'send' suspends here
  // CHECK: :[[@LINE-11]]:7: note: 'text' is used here afterwards
  // CHECK: :[[@LINE-4]]:22: note: wrap the lambda in seastar::coroutine::lambda and co_await the whole chain in this statement, or give it an explicit object by value: [...](this auto)
}
seastar::future<> by_value(std::string text) {
  return tick().then([text] { return send_copy(text); });
}

struct connection {
  std::string name;
  seastar::future<> flush() {
    co_await tick();
    use(name);
  }
  // The task needs the connection, not the lambda.
  seastar::future<> close(bool quick) {
    return [this, quick] { return quick ? tick() : flush(); }();
  }
  seastar::future<> close_later() {
    return tick().then([this] { return flush(); });
  }
  seastar::future<> close_now() {
    return [this] { return flush(); }();
  }
};

