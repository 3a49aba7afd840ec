// A task waits for an event that another one sets.
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::event opened;

rt::task<> waits() { co_await opened.wait(); }

rt::task<> opens() {
  opened.set();
  co_return;
}

rt::task<> both() { co_await rt::join(waits(), opens()); }

int main() { rt::block_on(both()); }
