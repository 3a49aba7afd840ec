// RUN: %check_rule %s coro-unbounded-spawn
// Each round leaves something behind, and nobody ever takes it away.

#include "lazy.h"
#include <string>
#include <vector>

lib::task<std::string> accept();
lib::task<void> serve(std::string client);

class server {
public:
  lib::task<void> run() {
    while (true) {
      auto client = co_await accept();
      seen_.push_back(client);
      // CHECK: :[[@LINE-1]]:13: warning: 'seen_' grows in a loop that has no end, and nothing takes anything out of it [coro-unbounded-spawn]
      // CHECK: :[[@LINE-4]]:5: note: this loop has no way out
      // CHECK: :[[@LINE-3]]:13: note: erase what is done with, or keep it in a scope that does
    }
  }
  unsigned count() const { return seen_.size(); }

private:
  std::vector<std::string> seen_;
};

lib::task<void> run() {
  std::vector<lib::task<void>> clients;
  for (;;) {
    auto client = co_await accept();
    clients.emplace_back(serve(client));
    // CHECK: :[[@LINE-1]]:13: warning: 'clients' grows in a loop that has no end, and nothing takes anything out of it [coro-unbounded-spawn]
    // CHECK: :[[@LINE-4]]:3: note: this loop has no way out
    // CHECK: :[[@LINE-3]]:13: note: erase what is done with, or keep it in a scope that does
  }
}

