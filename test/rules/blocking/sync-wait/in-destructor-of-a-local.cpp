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
  // CHECK: :[[@LINE-1]]:14: warning: destroying 'peer' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-16]]:24: note: '~connection' calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:17: note: 'greet' is a coroutine
  // CHECK: :[[@LINE-4]]:14: note: co_await the task instead
  co_await peer.send(1);
}

// Found: the destructor of a member.
lib::task<void> talk(int number) {
  session with{connection(number)};
  // CHECK: :[[@LINE-1]]:11: warning: destroying 'with' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-17]]:14: note: '~session' destroys 'to' here
  // CHECK: :[[@LINE-27]]:24: note: '~connection' calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-5]]:17: note: 'talk' is a coroutine
  // CHECK: :[[@LINE-5]]:11: note: co_await the task instead
  co_await with.to.send(1);
}
