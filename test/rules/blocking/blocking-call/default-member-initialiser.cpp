// RUN: %check_rule %s coro-blocking-call
// A constructor runs the initialisers that stand at the members.

#include "lazy.h"
#include <cstdlib>
#include <unistd.h>

struct machine {
  int cores = std::system("nproc > cores.txt");
};

class disk {
public:
  disk() : free_(::fsync(0)) {}

private:
  int free_;
};

// Found: the constructor is implicit, the call is written at the member.
lib::task<int> core_count() {
  machine here;
  co_return here.cores;
}

// Found: a written initialiser.
lib::task<void> look() {
  disk first;
  co_return;
}
