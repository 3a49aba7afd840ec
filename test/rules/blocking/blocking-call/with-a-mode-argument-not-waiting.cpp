// RUN: %check_rule %s coro-blocking-call
// Calls of libc and of BSD that are told not to wait.

#include "lazy.h"
#include <aio.h>
#include <netdb.h>

struct kevent_change;

extern "C" int kevent(int queue, const kevent_change *changes, int change_count,
                      kevent_change *events, int event_count,
                      const timespec *time_out);

lib::task<> start(gaicb *requests[], aiocb *operations[]) {
  ::getaddrinfo_a(GAI_NOWAIT, requests, 1, nullptr);
  ::lio_listio(LIO_NOWAIT, operations, 1, nullptr);
  co_return;
}

// With no room for events it only makes the change.
lib::task<int> watch(int queue, const kevent_change *change) {
  co_return ::kevent(queue, change, 1, nullptr, 0, nullptr);
}

// No coroutine.
int next_event(int queue, kevent_change *event) {
  return ::kevent(queue, nullptr, 0, event, 1, nullptr);
}
// CHECK-NONE
