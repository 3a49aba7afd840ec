// A class of the program says that it belongs to its thread.
#include "corolint/annotations.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/sendable.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

class COROLINT_THREAD_BOUND window {
public:
  int width = 0;
};

template <> struct rt::is_sendable<window> : std::false_type {};

rt::task<> shows(window) { co_return; }

rt::task<> starts() {
  window opened;
  co_await rt::spawn(shows(opened)); // expect: coro-unsafe-spawn-capture
}

int main() { rt::block_on(starts()); }
