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
  // CHECK: :[[@LINE-1]]:32: warning: 'operator[]' may block the thread of this coroutine; it reaches the constructor of 'std::ifstream' [coro-blocking-call]
  // CHECK: :[[@LINE-24]]:59: note: 'operator[]' calls 'read_line' here
  // CHECK: :[[@LINE-33]]:17: note: 'read_line' calls the constructor of 'std::ifstream' here; it opens a file and waits for the file system
  // CHECK: :[[@LINE-6]]:24: note: 'gather' is a coroutine
  // CHECK: :[[@LINE-5]]:32: note: use the file operations of your coroutine library, or open it on a thread that may block
  setting colour;
  all += std::string(colour);
  // CHECK: :[[@LINE-1]]:22: warning: 'operator std::string' may block the thread of this coroutine; it reaches the constructor of 'std::ifstream' [coro-blocking-call]
  // CHECK: :[[@LINE-26]]:41: note: 'operator std::string' calls 'read_line' here
  // CHECK: :[[@LINE-40]]:17: note: 'read_line' calls the constructor of 'std::ifstream' here; it opens a file and waits for the file system
  // CHECK: :[[@LINE-13]]:24: note: 'gather' is a coroutine
  // CHECK: :[[@LINE-5]]:22: note: use the file operations of your coroutine library, or open it on a thread that may block
  cursor position;
  ++position;
  // CHECK: :[[@LINE-1]]:3: warning: 'operator++' may block the thread of this coroutine; it reaches the constructor of 'std::ifstream' [coro-blocking-call]
  // CHECK: :[[@LINE-27]]:13: note: 'operator++' calls 'read_line' here
  // CHECK: :[[@LINE-47]]:17: note: 'read_line' calls the constructor of 'std::ifstream' here; it opens a file and waits for the file system
  // CHECK: :[[@LINE-20]]:24: note: 'gather' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: use the file operations of your coroutine library, or open it on a thread that may block
  co_return all;
}
