// A coroutine that waits by a timer of the runtime.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::task<> poll() { co_await rt::sleep_for(std::chrono::milliseconds(1)); }

int main() { rt::block_on(poll()); }
