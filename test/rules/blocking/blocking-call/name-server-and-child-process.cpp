// RUN: %check_rule %s coro-blocking-call
// Calls of libc that wait for somebody outside of the program.

#include "lazy.h"
#include <netdb.h>
#include <sys/types.h>
#include <sys/wait.h>

lib::task<int> connect_to(const addrinfo &address);

// Found: a name server may take seconds to answer.
lib::task<int> connect_by_name(const char *host) {
  addrinfo *found = nullptr;
  if (::getaddrinfo(host, "https", nullptr, &found) != 0)
  // CHECK: :[[@LINE-1]]:9: warning: 'getaddrinfo' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'getaddrinfo' waits for a name server
  // CHECK: :[[@LINE-5]]:16: note: 'connect_by_name' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: co_await the resolver of your coroutine library
    co_return -1;
  int connection = co_await connect_to(*found);
  ::freeaddrinfo(found);
  co_return connection;
}

// Found: a child takes as long as it likes.
lib::task<int> exit_code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  // CHECK: :[[@LINE-1]]:5: warning: 'waitpid' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'waitpid' waits for another process
  // CHECK: :[[@LINE-5]]:16: note: 'exit_code_of' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: co_await the end of the process, or wait for it on a thread that may block
  co_return WEXITSTATUS(status);
}
