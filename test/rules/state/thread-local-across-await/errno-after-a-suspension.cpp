// RUN: %check_rule %s coro-thread-local-across-await
// errno, looked at too late.

#include "lazy.h"
#include <cerrno>
#include <chrono>
#include <unistd.h>

lib::task<void> back_off(std::chrono::milliseconds time);

lib::task<void> store(int file, const char *text, int length) {
  while (::write(file, text, length) < 0) {
    co_await back_off(std::chrono::milliseconds(10));
    if (errno != EAGAIN)
    // CHECK: :[[@LINE-1]]:9: warning: 'errno' is read after a suspension; by then it may be that of another thread or of another call [coro-thread-local-across-await]
    // CHECK: errno.h:38:18: note: expanded from macro 'errno'
    // CHECK: :[[@LINE-4]]:5: note: suspends here
    // CHECK: :[[@LINE-4]]:9: note: used here afterwards
    // CHECK: :[[@LINE-5]]:9: note: copy 'errno' into a variable before the suspension
      co_return;
  }
}
