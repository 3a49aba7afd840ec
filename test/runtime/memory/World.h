// What the tasks of the soak do, and what they share.

#ifndef COROLINT_TEST_RUNTIME_WORLD_H
#define COROLINT_TEST_RUNTIME_WORLD_H

#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/latch.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/once_cell.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include "corolint/rt/watch.hpp"
#include <cstdint>

namespace rt = corolint::rt;

/// Random numbers, the same for the same seed; cheap to hand to each task.
class dice {
public:
  explicit dice(std::uint64_t seed) noexcept : state_(seed) {}

  /// A number below \p sides.
  unsigned roll(unsigned sides) noexcept {
    return static_cast<unsigned>(next() % sides);
  }
  dice another() noexcept { return dice(next()); }

private:
  std::uint64_t next() noexcept { // splitmix64
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
    return mixed ^ mixed >> 31;
  }

  std::uint64_t state_;
};

/// Outlives the runtime whose tasks use it.
struct world {
  static constexpr std::size_t permits = 3;

  world();

  /// Nobody holds anything any more.
  bool is_at_rest() noexcept;

  rt::mutex mutex;
  rt::shared_mutex shared_mutex;
  rt::semaphore semaphore{permits};
  rt::condition condition;
  rt::event event;
  rt::auto_reset_event auto_reset_event;
  rt::once_cell<int> once_cell;
  rt::sender<int> sender;
  rt::receiver<int> receiver;
  rt::unbounded_sender<int> unbounded_sender;
  rt::unbounded_receiver<int> unbounded_receiver;
  rt::broadcast_sender<int> broadcast;
  rt::watch_sender<int> watch;
};

/// A tree of tasks, \p depth high at most, that does what \p fate says.
rt::task<> grow(world &around, dice fate, unsigned depth);

#endif
