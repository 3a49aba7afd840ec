// RUN: %check_rule %s coro-unsafe-spawn-capture
// Where a helper makes the copy, its callers have done nothing wrong.

#include "executor.h"
#include "local_ptr.h"

struct Track {
  int seconds = 0;
};

lib::task<void> decode(lib::local_ptr<Track> track);

class Player {
public:
  void play(const lib::local_ptr<Track> &track) { start(track); }
  void replay() { start(last_); }

private:
  // Found here, at the argument 'track', and neither in 'play' nor 'replay'.
  void start(const lib::local_ptr<Track> &track) {
    workers_.spawn(decode(track));
    // CHECK: :[[@LINE-1]]:27: warning: 'track' is copied into a task that another thread may run; 'lib::local_ptr<Track>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
    // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
    // CHECK: :[[@LINE-3]]:14: note: 'spawn' starts the task here
    // CHECK: :[[@LINE-4]]:27: note: hand the task a value of its own, or share it through a type that is thread-safe
  }

  lib::pool workers_;
  lib::local_ptr<Track> last_;
};
