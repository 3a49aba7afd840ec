// RUN: %check_rule %s coro-sync-wait
// A destructor cannot await: it waits, at the end of the coroutine's scope.

#include "lazy.h"

class connection {
public:
  explicit connection(int number) : number_(number) {}
  ~connection() { lib::sync_wait(close()); }
  lib::task<void> send(int value);
  lib::task<void> close();

private:
  int number_;
};

struct session {
  connection to;
};

// Found: at the variable, whose destructor waits.
lib::task<void> greet(int number) {
  connection peer(number);
  co_await peer.send(1);
}

// Found: the destructor of a member.
lib::task<void> talk(int number) {
  session with{connection(number)};
  co_await with.to.send(1);
}
