// A coroutine awaits the other one where it calls it.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() { co_await saves(); }

int main() { rt::block_on(handles()); }
