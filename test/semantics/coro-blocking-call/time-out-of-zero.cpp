// A coroutine asks for a semaphore with a time-out of zero.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <semaphore>

namespace rt = corolint::rt;

std::counting_semaphore<4> slots{0};

rt::task<bool> takes() { co_return slots.try_acquire_for(std::chrono::seconds(0)); }

int main() { return rt::block_on(takes()); }
