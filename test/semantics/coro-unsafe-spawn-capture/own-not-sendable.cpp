// Copies of a class of the program share a plain counter.
#include "corolint/annotations.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/sendable.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

class COROLINT_NOT_SENDABLE handle {
public:
  handle() : count_(new int(1)) {}
  handle(const handle &other) : count_(other.count_) { ++*count_; }
  handle &operator=(const handle &) = delete;
  ~handle() {
    if (--*count_ == 0)
      delete count_;
  }

private:
  int *count_;
};

template <> struct rt::is_sendable<handle> : std::false_type {};

rt::task<> shows(handle) { co_return; }

rt::task<> starts() {
  handle text;
  co_await rt::spawn(shows(text)); // expect: coro-unsafe-spawn-capture
}

int main() { rt::block_on(starts()); }
