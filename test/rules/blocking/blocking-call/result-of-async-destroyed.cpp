// RUN: %check_rule %s coro-blocking-call
// The destructor of the future that std::async returns waits for its work.

#include "lazy.h"
#include <future>

int count_files();

// Found: nobody takes the result, so the statement waits.
lib::task<void> warm_up() {
  std::async(std::launch::async, count_files);
  co_return;
}

// Found: a cast to void keeps nothing alive.
lib::task<void> warm_up_quietly() {
  (void)std::async(count_files);
  co_return;
}

// Found at the variable: it dies at the closing brace.
lib::task<void> warm_up_behind_a_name() {
  auto ignored = std::async(count_files);
  co_return;
}
