// RUN: %check_rule %s coro-blocking-call
// A generator runs on the thread of whoever asks for the next value.

#include "eager.h"
#include <fstream>
#include <string>

lib::generator<std::string> lines_of(const char *name) {
  std::ifstream in(name);
  for (std::string line; std::getline(in, line);)
    co_yield line;
}

int count_lines(const char *name) {
  int count = 0;
  auto lines = lines_of(name);
  while (lines.next())
    ++count;
  return count;
}
// CHECK-NONE
