// RUN: %check_rule %s coro-blocking-call
// The call may stand anywhere in the body.

#include "lazy.h"
#include <stdexcept>
#include <unistd.h>

lib::task<int> receive(int from);
lib::task<void> send(int value);

// Found in the handler: no co_await can stand there, so people block.
lib::task<int> receive_or_sync(int from) {
  try {
    co_return co_await receive(from);
  } catch (const std::runtime_error &) {
    ::sync();
  }
  co_return 0;
}

// Found twice: in the condition, in a case.
lib::task<void> react(int what) {
  if (::fsync(what) != 0)
    co_return;
  switch (what) {
  case 1:
    ::sync();
    break;
  default:
    co_await send(what);
  }
}

// Found three times: in what is awaited, what is returned, a loop's head.
lib::task<int> relay(int file) {
  co_await send(::fsync(file));
  for (int tries = 3; ::fdatasync(file) != 0 && tries > 0; --tries)
    co_await send(tries);
  co_return ::syncfs(file);
}
