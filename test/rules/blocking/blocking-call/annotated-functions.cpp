// RUN: %check_rule %s coro-blocking-call
// Functions without a body, marked by the people who know.

#include "lazy.h"
#include <string>

[[clang::annotate("corolint::blocking", "talks to the printer")]] //
void print_page(int page);

[[clang::annotate("corolint::blocking")]] void eject();

class scanner {
public:
  virtual ~scanner() = default;
  [[clang::annotate("corolint::blocking", "moves the lamp")]] //
  virtual std::string scan() = 0;
};

static void print_all(int pages) {
  for (int page = 0; page < pages; ++page)
    print_page(page);
}

// Found three times: through print_all, eject, and scan although it is virtual.
lib::task<std::string> copy(scanner &from, int pages) {
  print_all(pages);
  // CHECK: :[[@LINE-1]]:3: warning: 'print_all' may block the thread of this coroutine; it reaches 'print_page' [coro-blocking-call]
  // CHECK: :[[@LINE-7]]:5: note: 'print_all' calls 'print_page' here; it talks to the printer
  // CHECK: :[[@LINE-4]]:24: note: 'copy' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await an asynchronous operation, or move the call to a thread that may block
  eject();
  // CHECK: :[[@LINE-1]]:3: warning: 'eject' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-8]]:24: note: 'copy' is a coroutine
  // CHECK: :[[@LINE-3]]:3: note: co_await an asynchronous operation, or move the call to a thread that may block
  co_return from.scan();
  // CHECK: :[[@LINE-1]]:18: warning: 'scan' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:18: note: 'scan' moves the lamp
  // CHECK: :[[@LINE-13]]:24: note: 'copy' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await an asynchronous operation, or move the call to a thread that may block
}
