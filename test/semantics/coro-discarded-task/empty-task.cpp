// A variable for a task stays empty on the path that is taken.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles(bool keeps) {
  rt::task<> work;
  if (keeps)
    work = saves();
  if (work)
    co_await std::move(work);
}

int main() { rt::block_on(handles(false)); }
