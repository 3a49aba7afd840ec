// RUN: %check_rule %s coro-unsafe-spawn-capture
// The counter is a plain integer, and changes under a mutex only.

#include "executor.h"
#include <mutex>

class Channel {
public:
  Channel() : state_(new State) {}
  Channel(const Channel &other) : state_(other.state_) {
    std::lock_guard lock(state_->mutex);
    ++state_->users;
  }
  Channel &operator=(const Channel &) = delete;
  ~Channel() {
    std::unique_lock lock(state_->mutex);
    bool last = --state_->users == 0;
    lock.unlock();
    if (last)
      delete state_;
  }

private:
  struct State {
    std::mutex mutex;
    int users = 1;
  };
  State *state_;
};

lib::task<void> produce(Channel channel);

void start(lib::pool &workers, const Channel &channel) {
  workers.spawn(produce(channel));
  workers.spawn(produce(channel));
}

// CHECK-NONE
