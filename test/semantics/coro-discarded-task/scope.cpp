// A scope runs the tasks that are spawned in it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  co_await rt::with_scope([](rt::scope &inner) -> rt::task<> {
    inner.spawn(saves());
    inner.spawn(saves());
    co_return;
  });
}

int main() { rt::block_on(handles()); }
