// RUN: %check_rule %s coro-stale-reference-across-await
// A member coroutine of an object that each caller makes for itself.

#include "lazy.h"
#include <string>
#include <vector>

lib::task<void> write(const std::string &text);

class response {
public:
  void add(std::string header) { headers_.push_back(std::move(header)); }
  void drop() { headers_.clear(); }

  lib::task<void> send() {
    for (auto &each : headers_)
      co_await write(each);
  }

private:
  std::vector<std::string> headers_;
};

lib::task<void> handle() {
  response answer;
  answer.add("Content-Length: 0");
  co_await answer.send();
}

// A function that fills a new object changes no other.
class view {
public:
  static view of(const std::vector<std::string> &lines) {
    view fresh;
    fresh.lines_ = lines;
    return fresh;
  }

  lib::task<void> print() {
    for (auto &each : lines_)
      co_await write(each);
  }

private:
  std::vector<std::string> lines_;
};

// CHECK-NONE
