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
      // CHECK: :[[@LINE-1]]:18: warning: 'feed' is copied into a task that another thread may run; 'lib::local_ptr<Feed>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
      // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
      // CHECK: :[[@LINE-3]]:9: note: the constructor of 'std::jthread' starts the task here
      // CHECK: :[[@LINE-4]]:18: note: hand the task a value of its own, or share it through a type that is thread-safe

  // Not found: the thread gets the object itself, an ordinary one.
  Reader() : thread_([this] { run(); }) {}

private:
  void run();
  std::jthread thread_;
};
