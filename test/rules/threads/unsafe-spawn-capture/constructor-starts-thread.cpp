// RUN: %check_rule %s coro-unsafe-spawn-capture
// A member initialiser starts the thread.

#include "local_ptr.h"
#include <thread>

struct Feed {
  int items = 0;
};

class Reader {
public:
  // Found at the capture 'feed' in the initialiser of 'thread_'.
  explicit Reader(const lib::local_ptr<Feed> &feed)
      : thread_([feed] { ++feed->items; }) {}

  // Not found: the thread gets the object itself, an ordinary one.
  Reader() : thread_([this] { run(); }) {}

private:
  void run();
  std::jthread thread_;
};
