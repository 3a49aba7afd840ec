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
  eject();
  co_return from.scan();
}
