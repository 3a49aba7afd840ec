// A template is a coroutine; its task is let go.
#include "corolint/rt/runtime.hpp"
#include <string>

namespace rt = corolint::rt;

template <class T> rt::task<T> echoes(T value) { co_return value; }

rt::task<> handles() {
  echoes(std::string("text")); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
