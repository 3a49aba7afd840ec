// A task becomes the owner of a value on the heap.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <memory>

namespace rt = corolint::rt;

rt::task<int> shows(std::unique_ptr<int> value) { co_return *value; }

rt::task<int> starts() {
  auto value = std::make_unique<int>(0);
  co_return co_await rt::spawn(shows(std::move(value)));
}

int main() { return rt::block_on(starts()); }
