// RUN: %check_rule %s coro-unsafe-spawn-capture
// Made here, filled here, then moved away: what happened before does not
// matter.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Letter {
  std::string to;
  std::string text;
};

// Handles are copied elsewhere, on this thread.
inline lib::local_ptr<Letter> share(const lib::local_ptr<Letter> &letter) {
  return letter;
}

lib::task<void> post(lib::local_ptr<Letter> letter);

void write_to(lib::pool &workers, const std::string &name) {
  auto letter = lib::make_local<Letter>();
  letter->to = name;
  if (name.empty())
    (*letter).text = "To whom it may concern";
  workers.spawn(post(std::move(letter)));
}

void write_to_both(lib::pool &workers, bool first) {
  lib::local_ptr<Letter> letter(Letter{"Anna", "Hello"});
  if (first)
    workers.spawn(post(std::move(letter)));
  else
    workers.post([letter = std::move(letter)] {});
}

// CHECK-NONE
