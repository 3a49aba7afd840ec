// RUN: %check_rule %s coro-unsafe-spawn-capture
// An executor of one's own, declared to run its work on this thread.

#include "local_ptr.h"
#include <functional>
#include <memory>
#include <mutex>

class [[clang::annotate("corolint::thread_bound")]] Canvas {};

class FrameQueue {
public:
  void defer(
      [[clang::annotate("corolint::spawns_local")]] std::function<void()> work);
  template <class F>
  void next([[clang::annotate("corolint::spawns_local")]] F work) {
    defer(std::move(work));
  }
};

struct Sprite {
  int frame = 0;
};

void animate(FrameQueue &queue, const lib::local_ptr<Sprite> &sprite,
             std::shared_ptr<Canvas> canvas) {
  queue.next([sprite, canvas] { ++sprite->frame; });
  queue.defer([=] { ++sprite->frame; });
}

// CHECK-NONE
