#include "stack_bounds.hpp"
#include <cstddef>
#include <pthread.h>

namespace corolint::rt::detail {

stack_bounds this_stack() noexcept {
  static constinit thread_local stack_bounds mine{};
  if (mine.end != 0)
    return mine;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0)
    return {};
  void *lowest = nullptr;
  std::size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  mine.lowest = reinterpret_cast<std::uintptr_t>(lowest);
  mine.end = mine.lowest + size;
  return mine;
}

} // namespace corolint::rt::detail
