// What is awaited gives the task back that it took, and that one is let go.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }
rt::task<rt::task<>> counts(rt::task<> work) { co_return std::move(work); }

rt::task<> handles() {
  co_await counts(saves()); // expect: coro-discarded-task
}

int main() { rt::block_on(handles()); }
