// RUN: %check_rule %s coro-race-across-await
// What is there is ended, with a suspension, and only then taken out.

#include "lazy.h"
#include <memory>
#include <utility>

struct parser {
  lib::task<void> close();
};
lib::task<void> others();

class reader {
public:
  bool stopped() const { return stopped_; }

  // Found: a second one comes and closes it again.
  lib::task<void> stop() {
    if (parser_) {
      co_await parser_->close();
      parser_.reset();
      // CHECK: :[[@LINE-1]]:7: warning: 'parser_' is checked before a suspension and emptied after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:9: note: checked here
      // CHECK: :[[@LINE-4]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: move what 'parser_' holds out of it before the suspension, or hold an async lock over both
    }
    stopped_ = true;
  }
  // Found: the same with an assignment.
  lib::task<void> stop_by_assignment() {
    if (parser_ != nullptr) {
      co_await parser_->close();
      parser_ = nullptr;
      // CHECK: :[[@LINE-1]]:7: warning: 'parser_' is checked before a suspension and emptied after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:9: note: checked here
      // CHECK: :[[@LINE-4]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: move what 'parser_' holds out of it before the suspension, or hold an async lock over both
    }
    stopped_ = true;
  }

  // Silent: taken out before.
  lib::task<void> taken_out() {
    if (auto mine = std::exchange(parser_, nullptr))
      co_await mine->close();
    stopped_ = true;
  }
  // Silent: the flag comes first and keeps others out.
  lib::task<void> flag_first() {
    if (stopped_)
      co_return;
    stopped_ = true;
    if (parser_) {
      co_await parser_->close();
      parser_.reset();
    }
  }
  // Silent: nothing tells that there is more than one to end it.
  lib::task<void> quiet() {
    if (parser_) {
      co_await parser_->close();
      parser_.reset();
    }
  }
  // Silent: what is awaited is something else, and to empty it twice is harmless.
  lib::task<void> harmless() {
    if (parser_) {
      co_await others();
      parser_.reset();
    }
    stopped_ = true;
  }

private:
  std::unique_ptr<parser> parser_;
  bool stopped_ = false;
};
