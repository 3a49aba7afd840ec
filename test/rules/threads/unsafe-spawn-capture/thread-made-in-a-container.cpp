// RUN: %check_rule %s coro-unsafe-spawn-capture
// A vector of threads makes its threads itself.

#include "local_ptr.h"
#include <thread>
#include <vector>

struct Catalogue {
  int entries = 0;
};

// Found at both captures 'catalogue': emplace_back constructs the thread from
// its argument, push_back takes one that was made here.
void scan(const lib::local_ptr<Catalogue> &catalogue) {
  std::vector<std::jthread> workers;
  workers.emplace_back([catalogue] { ++catalogue->entries; });
  workers.push_back(std::jthread([catalogue] { ++catalogue->entries; }));
}
