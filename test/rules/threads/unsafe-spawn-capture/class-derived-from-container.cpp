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
  // CHECK: :[[@LINE-1]]:17: warning: 'line' is copied into a task that another thread may run; 'lib::local_ptr<Glyph>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-13]]:14: note: base class of 'Line' is 'std::vector<lib::local_ptr<Glyph>>'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-4]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-5]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
  workers.post([caption] {});
  // CHECK: :[[@LINE-1]]:17: warning: 'caption' is copied into a task that another thread may run; 'lib::local_ptr<Glyph>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-15]]:25: note: member 'bullet' of 'Caption' is a 'lib::local_ptr<Glyph>'
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-4]]:11: note: 'post' starts the task here
  // CHECK: :[[@LINE-5]]:17: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: ordinary values all the way down.
void count(lib::pool &workers, const Words &words) {
  workers.post([words] {});
}
