// RUN: %check_rule %s coro-unsafe-spawn-capture
// A helper that moves its parameter on leaves the question to its callers.

#include "executor.h"
#include "local_ptr.h"

struct Mail {
  int size = 0;
};

lib::task<void> deliver(lib::local_ptr<Mail> mail);

// Not found: what it gets it gives away whole.
void send(lib::pool &workers, lib::local_ptr<Mail> mail) {
  workers.spawn(deliver(std::move(mail)));
}

// Found at the argument 'mail': a copy stays with the caller.
void send_and_keep(lib::pool &workers, const lib::local_ptr<Mail> &mail) {
  send(workers, mail);
  // CHECK: :[[@LINE-1]]:17: warning: 'mail' is copied into a task that another thread may run; 'lib::local_ptr<Mail>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:3: note: 'send' starts the task here
  // CHECK: :[[@LINE-4]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: made here, and given away.
void send_new(lib::pool &workers) {
  auto mail = lib::make_local<Mail>(1);
  send(workers, std::move(mail));
}
