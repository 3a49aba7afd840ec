// A task is spawned and detached, on purpose.
#include "corolint/rt/event.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

rt::event is_saved;

rt::task<> saves() {
  is_saved.set();
  co_return;
}

rt::task<> handles() {
  rt::spawn(saves()).detach();
  co_await is_saved.wait();
}

int main() { rt::block_on(handles()); }
