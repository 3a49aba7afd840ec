// RUN: %check_rule %s coro-unsafe-spawn-capture
// A thread copies the arguments of its function.

#include "local_ptr.h"
#include <future>
#include <string>
#include <thread>

struct Index {
  int words = 0;
};

void scan(std::string folder, lib::local_ptr<Index> index);

// Found at 'index' in both calls; the folder is an ordinary value.
void scan_all(const lib::local_ptr<Index> &index) {
  std::thread first(scan, "/srv", index);
  auto second = std::async(std::launch::async, scan, "/home", index);
  first.join();
}
