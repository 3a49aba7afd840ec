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
  }

  lib::pool workers_;
  lib::local_ptr<Track> last_;
};
