// A call that sleeps stands where only its type is asked for.
#include "corolint/rt/runtime.hpp"
#include <type_traits>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<bool> asks() {
  co_return std::is_void_v<decltype(usleep(1000))> || sizeof(usleep(1000)) == 0;
}

int main() { return rt::block_on(asks()); }
