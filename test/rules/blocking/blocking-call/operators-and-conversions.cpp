// RUN: %check_rule %s coro-blocking-call
// Calls that do not look like calls.

#include "lazy.h"
#include <fstream>
#include <string>

static std::string read_line(const std::string &name) {
  std::ifstream in(name);
  std::string line;
  std::getline(in, line);
  return line;
}

class folder {
public:
  std::string operator[](const char *name) const { return read_line(name); }
};

class setting {
public:
  operator std::string() const { return read_line("setting"); }
};

class cursor {
public:
  cursor &operator++() {
    line_ = read_line("next");
    return *this;
  }

private:
  std::string line_;
};

// Found three times.
lib::task<std::string> gather() {
  folder home;
  std::string all = home["motd"];
  setting colour;
  all += std::string(colour);
  cursor position;
  ++position;
  co_return all;
}
