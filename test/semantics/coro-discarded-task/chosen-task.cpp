// A conditional expression chooses the task that is awaited.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 1; }
rt::task<int> removes() { co_return 0; }

rt::task<int> handles(bool keeps) { co_return co_await (keeps ? saves() : removes()); }

int main() { return rt::block_on(handles(false)); }
