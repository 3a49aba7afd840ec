// RUN: %check_rule %s coro-discarded-task
// What makes the task need not be a free function.

#include "lazy.h"

class connection {
public:
  lib::task<void> send(int value);
  static lib::task<void> wake();
  lib::task<void> operator<<(int value);
  lib::task<void> operator()(int value);

  // Found: a member function of this object.
  lib::task<void> greet() {
    send(1);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'send' is dropped; it is lazy, so 'send' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
    co_await send(2);
  }
};

// Found four times.
lib::task<void> talk(connection &peer, connection *other) {
  peer.send(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'send' is dropped; it is lazy, so 'send' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  other->send(2);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'send' is dropped; it is lazy, so 'send' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  connection::wake();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'wake' is dropped; it is lazy, so 'wake' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  peer << 3;
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'operator<<' is dropped; it is lazy, so 'operator<<' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: the call operator.
lib::task<void> call(connection &peer) {
  peer(4);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'peer' is dropped; it is lazy, so 'peer' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> talk_well(connection &peer) {
  co_await peer.send(1);
  co_await (peer << 2);
  co_await peer(3);
}
