// RUN: %check_rule %s coro-unbounded-spawn
// Somebody takes out what the loop puts in, the loop may be left, or not all
// that can reach the container is in sight.

#include "lazy.h"
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

lib::task<std::string> accept();
void sweep(std::vector<std::string> &all);

class drained {
public:
  lib::task<void> run() {
    while (true)
      waiting_.push_back(co_await accept());
  }
  std::string next() {
    auto first = waiting_.front();
    waiting_.pop_front();
    return first;
  }

private:
  std::deque<std::string> waiting_;
};

class swept {
public:
  lib::task<void> run() {
    while (true) {
      all_.push_back(co_await accept());
      sweep(all_);
    }
  }

private:
  std::vector<std::string> all_;
};

class reachable {
public:
  lib::task<void> run() {
    while (true)
      all.push_back(co_await accept());
  }
  std::vector<std::string> all;
};

class hidden {
public:
  lib::task<void> run() {
    while (true)
      all_.push_back(co_await accept());
  }
  void clear();

private:
  std::vector<std::string> all_;
};

class swept_later {
public:
  lib::task<void> run() {
    while (true)
      all_.push_back(co_await accept());
  }
  std::function<void()> sweeper() {
    return [this] { all_.clear(); };
  }

private:
  std::vector<std::string> all_;
};

lib::task<std::vector<std::string>> collect() {
  std::vector<std::string> all;
  while (true) {
    auto next = co_await accept();
    if (next.empty())
      co_return all;
    all.push_back(next);
  }
}

lib::task<void> of_one_round() {
  while (true) {
    std::vector<std::string> parts;
    parts.push_back(co_await accept());
  }
}

lib::task<void> by_key() {
  std::map<std::string, int> seen;
  while (true)
    ++seen[co_await accept()];
}

// CHECK-NONE
