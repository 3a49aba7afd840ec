// RUN: %check_rule %s coro-blocking-call
// Written in a coroutine, run by nobody.

#include "lazy.h"
#include <cstdlib>
#include <type_traits>
#include <unistd.h>

template <class File>
concept syncable = requires(File file) { ::fsync(file); };

lib::task<bool> check(int file) {
  static_assert(syncable<int>);
  using result = decltype(::fsync(file));
  constexpr bool quiet = noexcept(std::system("true"));
  if constexpr (!std::is_same_v<result, int>)
    ::fsync(file);
  co_return quiet && sizeof(::system("true")) == sizeof(result);
}
// CHECK-NONE
