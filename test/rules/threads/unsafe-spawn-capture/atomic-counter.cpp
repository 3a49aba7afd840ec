// RUN: %check_rule %s coro-unsafe-spawn-capture
// A handle that counts atomically may be copied on any thread.

#include "executor.h"
#include <atomic>

class Buffer {
public:
  Buffer() : block_(new Block) {}
  Buffer(const Buffer &other) : block_(other.block_) { ++block_->uses; }
  Buffer(Buffer &&other) noexcept
      : block_(std::exchange(other.block_, nullptr)) {}
  ~Buffer() {
    if (block_ && block_->uses.fetch_sub(1) == 1)
      delete block_;
  }

private:
  struct Block {
    std::atomic<unsigned> uses = 1;
    char bytes[512];
  };
  Block *block_;
};

lib::task<void> write(Buffer buffer);

void write_twice(lib::pool &workers, const Buffer &buffer) {
  workers.spawn(write(buffer));
  workers.post([buffer] {});
}

// CHECK-NONE
