// A coroutine resolves a name synchronously.
#include "corolint/rt/runtime.hpp"
#include <netdb.h>

namespace rt = corolint::rt;

rt::task<bool> resolves(const char *host) {
  addrinfo *found = nullptr;
  const int failed = getaddrinfo(host, nullptr, nullptr, &found); // expect: coro-blocking-call
  if (failed == 0)
    freeaddrinfo(found);
  co_return failed == 0;
}

int main() { rt::block_on(resolves("localhost")); }
