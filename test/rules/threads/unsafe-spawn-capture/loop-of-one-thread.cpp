// RUN: %check_rule %s coro-unsafe-spawn-capture
// Work that is spawned on this thread's loop stays on this thread.

#include "executor.h"
#include "local_ptr.h"
#include <deque>

struct Chat {
  int lines = 0;
};

lib::task<void> type(lib::local_ptr<Chat> chat);

// A queue of one's own: nobody knows who runs it.
class Later {
public:
  template <class F> void post(F work) { queue_.push_back(new F(work)); }

private:
  std::deque<void *> queue_;
};

void start(lib::loop &loop, Later &later, const lib::local_ptr<Chat> &chat) {
  loop.spawn(type(chat));
  later.post([chat] { ++chat->lines; });
}

// CHECK-NONE
