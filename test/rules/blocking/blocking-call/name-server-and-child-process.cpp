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
    co_return -1;
  int connection = co_await connect_to(*found);
  ::freeaddrinfo(found);
  co_return connection;
}

// Found: a child takes as long as it likes.
lib::task<int> exit_code_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  co_return WEXITSTATUS(status);
}
