// A coroutine takes a semaphore only if it has something to give.
#include "corolint/rt/runtime.hpp"
#include <semaphore>

namespace rt = corolint::rt;

std::binary_semaphore slots{0};

rt::task<bool> takes() { co_return slots.try_acquire(); }

int main() { return rt::block_on(takes()); }
