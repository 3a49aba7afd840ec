// RUN: %check_rule %s coro-blocking-call
// References and pointers to objects whose destructors join.

#include "lazy.h"
#include <thread>

void index_files();

struct indexer {
  std::jthread thread{index_files};
};

indexer &shared_indexer();

lib::task<bool> look(indexer *here) {
  indexer &shared = shared_indexer();
  const indexer *chosen = here ? here : &shared;
  auto &&thread = chosen->thread;
  static indexer own;
  co_return thread.joinable() || own.thread.joinable();
}
// CHECK-NONE
