// RUN: %check_rule %s coro-unsafe-spawn-capture
// std::bind copies what it binds.

#include "local_ptr.h"
#include <functional>
#include <thread>

struct Inbox {
  int unread = 0;
};

void poll(lib::local_ptr<Inbox> inbox, int seconds);

// Found at the argument 'inbox' of bind.
void poll_in_background(const lib::local_ptr<Inbox> &inbox) {
  std::thread(std::bind(poll, inbox, 5)).detach();
}

// Not found: only a number is bound.
void poll_nothing(const lib::local_ptr<Inbox> &inbox) {
  std::thread(std::bind(poll, lib::local_ptr<Inbox>(), inbox->unread)).detach();
}
