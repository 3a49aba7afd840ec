// A coroutine says that it may sleep where it stands.
#include "corolint/rt/checked.hpp"
#include "corolint/rt/runtime.hpp"
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> starts_up() {
  rt::allow_blocking("nothing else runs yet", [] { usleep(1000); });
  co_return;
}

int main() { rt::block_on(starts_up()); }
