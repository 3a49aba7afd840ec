// RUN: %check_rule %s coro-unsafe-spawn-capture
// A base class from the standard library says nothing of the rest.

#include "executor.h"
#include "local_ptr.h"
#include <string>
#include <vector>

struct Glyph {
  int width = 0;
};

class Line : public std::vector<lib::local_ptr<Glyph>> {};

class Caption : public std::string {
public:
  lib::local_ptr<Glyph> bullet;
};

class Words : public std::vector<std::string> {};

// Found at 'line' and 'caption': a base class holds handles, a member is one.
void layout(lib::pool &workers, const Line &line, const Caption &caption) {
  workers.post([line] {});
  workers.post([caption] {});
}

// Not found: ordinary values all the way down.
void count(lib::pool &workers, const Words &words) {
  workers.post([words] {});
}
