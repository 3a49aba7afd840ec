// RUN: %check_rule %s coro-blocking-call
// Calls of libc and of BSD with an argument that says whether they wait.

#include "lazy.h"
#include <aio.h>
#include <netdb.h>

struct kevent_change;

extern "C" int kevent(int queue, const kevent_change *changes, int change_count,
                      kevent_change *events, int event_count,
                      const timespec *time_out);

// Found twice.
lib::task<> look_up(gaicb *requests[], aiocb *operations[]) {
  ::getaddrinfo_a(GAI_WAIT, requests, 1, nullptr);
  // CHECK: :[[@LINE-1]]:5: warning: 'getaddrinfo_a' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'getaddrinfo_a' waits for a name server
  // CHECK: :[[@LINE-4]]:13: note: 'look_up' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: co_await the resolver of your coroutine library
  ::lio_listio(LIO_WAIT, operations, 1, nullptr);
  // CHECK: :[[@LINE-1]]:5: warning: 'lio_listio' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'lio_listio' waits until the operations have ended
  // CHECK: :[[@LINE-9]]:13: note: 'look_up' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: let the end of the operations resume the coroutine
  co_return;
}

// Found: waits for what was started.
lib::task<> finish(const gaicb *const requests[]) {
  ::gai_suspend(requests, 1, nullptr);
  // CHECK: :[[@LINE-1]]:5: warning: 'gai_suspend' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'gai_suspend' waits for a name server
  // CHECK: :[[@LINE-4]]:13: note: 'finish' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: co_await the resolver of your coroutine library
  co_return;
}

// Found: there is room for an event.
lib::task<int> next_event(int queue, kevent_change *event) {
  co_return ::kevent(queue, nullptr, 0, event, 1, nullptr);
  // CHECK: :[[@LINE-1]]:15: warning: 'kevent' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:15: note: 'kevent' waits for events
  // CHECK: :[[@LINE-4]]:16: note: 'next_event' is a coroutine
  // CHECK: :[[@LINE-4]]:15: note: co_await the readiness of the descriptor
}
