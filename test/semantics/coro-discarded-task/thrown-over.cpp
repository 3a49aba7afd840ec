// An exception leaves the coroutine before it can await its task.
#include "corolint/rt/runtime.hpp"
#include <stdexcept>

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

int checks(int size) {
  if (size == 0)
    throw std::runtime_error("empty");
  return size;
}

rt::task<int> handles(int size) {
  auto work = saves();
  const int checked = checks(size);
  co_await std::move(work);
  co_return checked;
}

int main() {
  try {
    return rt::block_on(handles(0));
  } catch (const std::runtime_error &) {
    return 0;
  }
}
