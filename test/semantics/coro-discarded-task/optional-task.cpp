// A task is kept in an optional and awaited if it is there.
#include "corolint/rt/runtime.hpp"
#include <optional>

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 0; }

rt::task<int> handles(bool keeps) {
  std::optional<rt::task<int>> work;
  if (keeps)
    work = saves();
  co_return work ? co_await *std::move(work) : 1;
}

int main() { return rt::block_on(handles(true)); }
