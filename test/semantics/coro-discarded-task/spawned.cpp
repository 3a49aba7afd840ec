// A task is spawned and its end awaited.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  auto running = rt::spawn(saves());
  co_await std::move(running);
}

int main() { rt::block_on(handles()); }
